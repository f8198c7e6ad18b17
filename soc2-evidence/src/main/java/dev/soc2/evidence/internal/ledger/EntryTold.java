package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.document.EvidenceLineReader;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Soc2Exception;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the bytes of an entry tell whoever has nothing else: the contents that it commits to, and of a record the line of
 * an index that leads from its id to its bytes.
 */
public final class EntryTold {

    private final String log;
    private final long leaf;
    private final byte[] bytes;
    private final int start;
    private final List<Named> contents = new ArrayList<>();
    private Optional<String> id = Optional.empty();
    private Optional<JsonLine> row = Optional.empty();
    private Optional<byte[]> line = Optional.empty();
    private Optional<byte[]> raw = Optional.empty();

    /** Content that an entry commits to, with its size when the entry tells that. */
    public record Named(String sha256, OptionalLong size) {}

    private EntryTold(String log, long leaf, byte[] bytes) {
        this.log = log;
        this.leaf = leaf;
        this.bytes = bytes;
        this.start = EvidenceHead.start(bytes);
    }

    /**
     * Reads an entry.
     *
     * @throws Soc2Exception if it is none of this library
     */
    public static EntryTold of(String log, long leaf, byte[] bytes) {
        EntryTold told = new EntryTold(log, leaf, bytes);
        if (told.start > 0) {
            told.record();
        } else {
            told.other();
        }
        return told;
    }

    /** The id, if the entry holds a record. */
    public Optional<String> id() {
        return id;
    }

    /** Contents that the log holds beside its entries. */
    public List<Named> contents() {
        return List.copyOf(contents);
    }

    /** The line of a record that anybody can read, as an assessment cites it by its digest. */
    public Optional<byte[]> line() {
        return line.map(byte[]::clone);
    }

    /** The bytes that such a record came as, unless the log holds them apart. */
    public Optional<byte[]> raw() {
        return raw.map(byte[]::clone);
    }

    /** The line of an index for a record, with the path of its proof if there is one. */
    public Optional<byte[]> row(Optional<String> proof) {
        return row.map(fields -> {
            String text = fields.end();
            return JsonLine.utf8(proof.map(path ->
                            text.substring(0, text.length() - 1) + ",\"proof\":" + JsonLine.quoted(path) + "}\n")
                    .orElse(text + "\n"));
        });
    }

    private void record() {
        EvidenceHead head = EvidenceHead.read(log, bytes, start);
        byte[] own = Arrays.copyOfRange(bytes, start, bytes.length - 1);
        Evidence record = new EvidenceLineReader(log, LeafReading.READER)
                .read(1, own)
                .match(read -> read, issues -> {
                    throw new Soc2Exception(issues);
                });
        head.raw().ifPresent(ref -> contents.add(new Named(ref.sha256(), OptionalLong.of(ref.size()))));
        head.held().forEach(sha256 -> contents.add(new Named(sha256, size(record, sha256))));
        byte[] came = RecordLine.asItCame(own);
        id = Optional.of(record.id());
        line = Optional.of(own);
        raw = head.raw().isPresent() ? Optional.empty() : Optional.of(came);
        JsonLine fields = new JsonLine()
                .text("id", record.id())
                .number("entry", leaf)
                .text("line", Sha256.hex(own))
                .text("raw", head.raw().map(ContentRef::sha256).orElseGet(() -> Sha256.hex(came)));
        head.from().ifPresent(from -> fields.map("from", place -> EvidenceHead.write(from, place)));
        row = Optional.of(fields);
    }

    private void other() {
        JsonFields fields = JsonFields.read(log, bytes);
        if (fields.has(PersonalLeaf.FIELD)) {
            personal(PersonalLeaf.read(fields.map(PersonalLeaf.FIELD)));
        } else if (fields.has("import")) {
            add(ImportLeaf.read(fields.map("import")).receipt());
        } else {
            CustodyLeaf.read(fields.map("custody"));
        }
    }

    private void personal(PersonalLeaf personal) {
        add(personal.sealed());
        personal.raw().ifPresent(this::add);
        id = Optional.of(personal.id());
        JsonLine fields = new JsonLine()
                .text("id", personal.id())
                .number("entry", leaf)
                .text("sealed", personal.sealed().sha256());
        personal.raw().ifPresent(ref -> fields.text("sealedRaw", ref.sha256()));
        row = Optional.of(fields);
    }

    private void add(ContentRef ref) {
        contents.add(new Named(ref.sha256(), OptionalLong.of(ref.size())));
    }

    private static OptionalLong size(Evidence record, String sha256) {
        return record.attachments().stream()
                .filter(attachment -> attachment.sha256().equals(sha256))
                .mapToLong(Attachment::size)
                .findFirst();
    }
}

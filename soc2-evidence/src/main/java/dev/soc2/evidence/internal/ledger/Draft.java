package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.TreeHasher;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.model.document.EvidenceLineReader;
import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record on its way into a log: everything is known but its place, its time of receipt and what the log holds of it. */
public final class Draft {

    /** The longest text that an instant has, for which room must be left. */
    private static final Instant LONGEST_TIME = Evidence.LATEST.minusNanos(1);

    final Evidence evidence;
    final byte[] id;
    final byte[] line;
    final byte[] digest;
    final boolean personal;
    private final Optional<Raw> raw;
    private @Nullable Ready ready;

    private Draft(Evidence evidence, boolean personal, byte @Nullable [] raw, String rawType) {
        this.evidence = evidence;
        this.personal = personal;
        id = JsonLine.key(evidence.id());
        line = RecordLine.asItCame(evidence);
        digest = Digest.of(line);
        this.raw = raw == null || Arrays.equals(raw, line)
                ? Optional.empty()
                : Optional.of(new Raw(raw, Digest.of(raw), rawType));
    }

    static Draft of(Evidence evidence, boolean personal) {
        return new Draft(evidence, personal, null, "");
    }

    static Draft of(Evidence evidence, boolean personal, byte[] raw, String mediaType) {
        return new Draft(evidence, personal, raw, mediaType);
    }

    /** Why no log can take the record, if none can. */
    Optional<Issue> fault() {
        long length = mayBeLong() ? entry(LONGEST_TIME, attachments()).leaf.length : 0;
        if (!personal && length > Entry.LONGEST) {
            return Optional.of(LedgerCode.TOO_LONG.at(
                    place(),
                    "the entry of this record would have " + length + " bytes, and " + Entry.LONGEST + " are the most",
                    "keep long content in attachments"));
        }
        if (PlainRecord.is(evidence) && length == 0) {
            return Optional.empty();
        }
        return new EvidenceLineReader(place().document(), LeafReading.READER)
                .read(1, line)
                .match(read -> Optional.empty(), issues -> Optional.of(issues.get(0)));
    }

    /** Half of what an entry may have leaves room for whatever stands before and behind the line. */
    private boolean mayBeLong() {
        return line.length > Entry.LONGEST / 2
                || evidence.attachments().size() > 100
                || evidence.provenance()
                        .map(from -> from.origin().toString().length() > 1_000)
                        .orElse(false)
                || evidence.provenance()
                        .map(from -> from.origin().path().length() > 1_000)
                        .orElse(false);
    }

    Location place() {
        return evidence.provenance().map(Provenance::origin).orElse(Location.of("record " + evidence.id()));
    }

    List<String> attachments() {
        return evidence.attachments().stream().map(Attachment::sha256).toList();
    }

    /** The bytes that the record came as, when its line does not tell them. */
    Optional<Raw> raw() {
        return raw;
    }

    /** About how much memory it holds. */
    long weight() {
        return line.length + raw.map(came -> (long) came.bytes.length).orElse(0L);
    }

    /** The entry that anybody can read. */
    Entry entry(Instant recordedAt, List<String> held) {
        return entry(recordedAt, RecordLine.field(recordedAt), held);
    }

    /** The same, for one of many with one time of receipt. */
    Entry entry(Instant recordedAt, byte[] received, List<String> held) {
        Optional<ContentRef> ref =
                raw.map(came -> new ContentRef(Digest.hex(came.digest), came.bytes.length, came.mediaType));
        byte[] head = new EvidenceHead(evidence.provenance(), ref, held).upToRecord();
        return new Entry(
                EntryKind.EVIDENCE,
                id,
                evidence.type(),
                Entry.nanos(evidence.occurredAt()),
                Entry.nanos(recordedAt),
                about(),
                digest,
                head.length,
                RecordLine.received(head, line, evidence, recordedAt, received));
    }

    /**
     * Makes the entry for a time of receipt before it is its turn, so that whoever writes it has less to do. Not for a
     * record whose entry depends on what the log holds then.
     */
    void makeReady(Instant recordedAt, byte[] received, TreeHasher hasher) {
        if (!personal && evidence.attachments().isEmpty()) {
            Entry entry = entry(recordedAt, received, List.of());
            ready = new Ready(entry, hasher.leaf(entry.leaf));
        }
    }

    /** The entry that was made for a time of receipt, if one was. */
    Optional<Ready> ready(Instant recordedAt) {
        return Optional.ofNullable(ready).filter(made -> made.entry.recorded == Entry.nanos(recordedAt));
    }

    /** An entry and the hash of its bytes. */
    record Ready(Entry entry, Hash hash) {}

    /** The entry of which only a key opens the content. */
    Sealed sealed(Instant recordedAt, SecureRandom random) {
        byte[] plain = entry(recordedAt, List.of()).leaf;
        byte[] secret = Vault.newSecret(random);
        byte[] content = Vault.encrypt(secret, id, plain, random);
        Optional<byte[]> sealedRaw = raw.map(came -> Vault.encrypt(secret, id, came.bytes, random));
        PersonalLeaf leaf = new PersonalLeaf(
                evidence.id(),
                evidence.type(),
                evidence.occurredAt(),
                recordedAt,
                evidence.supersedes(),
                ref(content, "application/octet-stream"),
                Digest.hex(Vault.hmac(secret, plain)),
                sealedRaw.map(bytes -> ref(bytes, raw.orElseThrow().mediaType)));
        Entry entry = new Entry(
                EntryKind.EVIDENCE,
                id,
                evidence.type(),
                Entry.nanos(evidence.occurredAt()),
                Entry.nanos(recordedAt),
                about(),
                null,
                0,
                leaf.write());
        return new Sealed(entry, secret, content, sealedRaw);
    }

    private static ContentRef ref(byte[] content, String mediaType) {
        return new ContentRef(Digest.hex(Digest.of(content)), content.length, mediaType);
    }

    private byte @Nullable [] about() {
        return evidence.supersedes().map(JsonLine::key).orElse(null);
    }

    /** Bytes that a record came as, with their digest. */
    static final class Raw {

        final byte[] bytes;
        final byte[] digest;
        final String mediaType;

        Raw(byte[] bytes, byte[] digest, String mediaType) {
            this.bytes = bytes;
            this.digest = digest;
            this.mediaType = mediaType;
        }
    }

    /** An entry with the content that it commits to, and the secret that opens it. */
    static final class Sealed {

        final Entry entry;
        final byte[] secret;
        final byte[] content;
        final Optional<byte[]> raw;

        Sealed(Entry entry, byte[] secret, byte[] content, Optional<byte[]> raw) {
            this.entry = entry;
            this.secret = secret;
            this.content = content;
            this.raw = raw;
        }
    }
}

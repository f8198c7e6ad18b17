package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.model.document.EvidenceLineReader;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the bytes of an entry back to what they say. */
final class LeafReading {

    static final String READER = "LEDGER";

    /** An entry that begins like this says nothing before its record. */
    private static final int BARE = new EvidenceHead(Optional.empty(), Optional.empty(), List.of()).upToRecord().length;

    private LeafReading() {}

    /** The place of an entry, as messages show it: entries count from 0, lines from 1. */
    static Location place(String log, long leaf) {
        return Location.of(log, (int) Math.min(Integer.MAX_VALUE, leaf + 1), 0);
    }

    /** The record in an entry whose record begins at a place. */
    static Evidence evidence(EvidenceLineReader reader, String log, long leaf, byte[] bytes, int start) {
        int line = place(log, leaf).line();
        Evidence record = reader.read(line, bytes, start, bytes.length - 1).match(read -> read, issues -> {
            throw unreadable(log, leaf, issues.get(0));
        });
        return withOrigin(record, log, bytes, start);
    }

    /** The record with the place that its entry says it came from. */
    static Evidence withOrigin(Evidence record, String log, byte[] bytes, int start) {
        if (start == BARE) {
            return record;
        }
        Optional<Provenance> from = EvidenceHead.read(log, bytes, start).from();
        return from.isEmpty() ? record : from(record, from);
    }

    /** The bytes of an entry, if they can hold a record from an offset on: what stands in a file may be anything. */
    static byte[] there(String log, long leaf, byte @Nullable [] bytes, int start) {
        if (bytes == null || start < 0 || start >= bytes.length) {
            throw new LedgerException(LedgerCode.UNREADABLE.at(
                    place(log, leaf), "the record of this entry cannot be read: it is not there", "verify the ledger"));
        }
        return bytes;
    }

    /** Does what reads the record of an entry, and says which entry it was if that cannot be read. */
    static void readable(String log, long leaf, Runnable reading) {
        try {
            reading.run();
        } catch (LedgerException e) {
            throw e;
        } catch (Soc2Exception e) {
            throw unreadable(log, leaf, e.issues().get(0));
        }
    }

    /** The record in an entry, decrypted when it is personal; nothing when it was erased. */
    static Optional<Evidence> open(Tables tables, String log, long leaf) throws SQLException {
        byte[] bytes = tables.leaf(leaf);
        int start = EvidenceHead.start(bytes);
        EvidenceLineReader reader = new EvidenceLineReader(log, READER);
        return start > 0
                ? Optional.of(evidence(reader, log, leaf, bytes, start))
                : decrypted(tables, reader, log, leaf, bytes);
    }

    /** The record of an entry that is encrypted; nothing when its key was destroyed. */
    static Optional<Evidence> decrypted(Tables tables, EvidenceLineReader reader, String log, long leaf, byte[] bytes)
            throws SQLException {
        Optional<byte[]> plain = plain(tables, log, leaf, personal(log, bytes));
        return plain.map(opened -> evidence(reader, log, leaf, opened, EvidenceHead.start(opened)));
    }

    /** What was encrypted; nothing when its key was destroyed. */
    static Optional<byte[]> plain(Tables tables, String log, long leaf, PersonalLeaf personal) throws SQLException {
        Optional<byte[]> secret = tables.secret(leaf);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        String place = place(log, leaf).toString();
        byte[] content = Contents.bytes(tables, place, personal.sealed().sha256());
        byte[] plain = Vault.decrypt(place, secret.get(), JsonLine.key(personal.id()), content);
        if (!Vault.same(Vault.hmac(secret.get(), plain), Digest.bytes(personal.hmac()))) {
            throw new LedgerException(LedgerCode.UNREADABLE.at(
                    place, "a personal record is not what its entry commits to", "verify the ledger"));
        }
        return Optional.of(plain);
    }

    static PersonalLeaf personal(String log, byte[] bytes) {
        return PersonalLeaf.read(JsonFields.read(log, bytes).map(PersonalLeaf.FIELD));
    }

    /** Where the record in an entry came from; nothing when it came from no file or is encrypted. */
    static Optional<Location> origin(Tables tables, String log, long leaf) throws SQLException {
        byte[] bytes = tables.leaf(leaf);
        int start = EvidenceHead.start(bytes);
        return start == 0
                ? Optional.empty()
                : EvidenceHead.read(log, bytes, start).from().map(Provenance::origin);
    }

    /** What must stand beside the bytes of an entry. */
    static Entry derived(String log, byte[] bytes) {
        int start = EvidenceHead.start(bytes);
        if (start > 0) {
            return ofRecord(log, bytes, start);
        }
        JsonFields fields = JsonFields.read(log, bytes);
        if (fields.has(PersonalLeaf.FIELD)) {
            return ofPersonal(PersonalLeaf.read(fields.map(PersonalLeaf.FIELD)), bytes);
        }
        if (fields.has("import")) {
            return Entry.of(
                    EntryKind.IMPORT,
                    Entry.nanos(ImportLeaf.read(fields.map("import")).recordedAt()),
                    null,
                    bytes);
        }
        return CustodyLeaf.read(fields.map("custody")).entry();
    }

    private static Entry ofRecord(String log, byte[] bytes, int start) {
        EvidenceHead.read(log, bytes, start);
        Evidence record = new EvidenceLineReader(log, READER)
                .read(1, bytes, start, bytes.length - 1)
                .match(read -> read, issues -> {
                    throw new Soc2Exception(issues);
                });
        return new Entry(
                EntryKind.EVIDENCE,
                JsonLine.key(record.id()),
                record.type(),
                Entry.nanos(record.occurredAt()),
                Entry.nanos(record.recordedAt()),
                record.supersedes().map(JsonLine::key).orElse(null),
                Digest.of(RecordLine.asItCame(record)),
                start,
                bytes);
    }

    private static Entry ofPersonal(PersonalLeaf personal, byte[] bytes) {
        return new Entry(
                EntryKind.EVIDENCE,
                JsonLine.key(personal.id()),
                personal.type(),
                Entry.nanos(personal.occurredAt()),
                Entry.nanos(personal.recordedAt()),
                personal.supersedes().map(JsonLine::key).orElse(null),
                null,
                0,
                bytes);
    }

    private static LedgerException unreadable(String log, long leaf, Issue issue) {
        return new LedgerException(LedgerCode.UNREADABLE.at(
                place(log, leaf), "the record of this entry cannot be read: " + issue.what(), "verify the ledger"));
    }

    private static Evidence from(Evidence record, Optional<Provenance> provenance) {
        return new Evidence(
                record.id(),
                record.type(),
                record.subject(),
                record.occurredAt(),
                record.observedAt(),
                record.recordedAt(),
                record.source(),
                record.actor(),
                record.attributes(),
                record.attachments(),
                record.supersedes(),
                provenance);
    }
}

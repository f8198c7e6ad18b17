package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.CustodyRecord;
import java.time.Instant;
import java.util.Optional;

/** An entry that says what happened to a record or to the log. */
record CustodyLeaf(
        CustodyAction action,
        Instant recordedAt,
        Optional<String> record,
        String by,
        String reason,
        Optional<Span> span) {

    /** The period that is sealed: from an instant up to another. */
    record Span(Instant from, Instant to) {

        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }

        boolean meets(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    Entry entry() {
        byte[] leaf = new JsonLine()
                .text(EntryKind.FIELD, EntryKind.CUSTODY.name())
                .map("custody", line -> {
                    line.text("action", action.name()).text("recordedAt", recordedAt.toString());
                    record.ifPresent(id -> line.text("record", id));
                    line.text("by", by).text("reason", reason);
                    span.ifPresent(period -> line.text("from", period.from().toString())
                            .text("to", period.to().toString()));
                })
                .bytes();
        return Entry.of(
                EntryKind.CUSTODY,
                Entry.nanos(recordedAt),
                record.map(JsonLine::key).orElse(null),
                leaf);
    }

    static CustodyLeaf read(JsonFields fields) {
        return new CustodyLeaf(
                CustodyAction.valueOf(fields.text("action")),
                fields.instant("recordedAt"),
                fields.optionalText("record"),
                fields.text("by"),
                fields.text("reason"),
                fields.has("from")
                        ? Optional.of(new Span(fields.instant("from"), fields.instant("to")))
                        : Optional.empty());
    }

    CustodyRecord told(long leaf) {
        return new CustodyRecord(leaf, action, recordedAt, record, by, reason);
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.TextOrder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a population record says: which rows a query gave, over which window, and when it was run.
 *
 * @param id id of the record
 * @param subject the evidence type, or {@code CONTROL/TEST}
 * @param source the system asked; empty: whatever there is
 * @param query how it was asked
 * @param covers the window it covers
 * @param extractedAt when it was run; what happened later is not covered
 * @param rows how many rows it gave
 * @param sha256 digest over their ids
 * @param rejected rows that did not make it into evidence
 * @param shortfall why it does not claim all of its rows: an import that was cancelled, a second source that differs
 * @param live id of a record that shows the source was live
 */
record PopulationRecord(
        String id,
        String subject,
        Optional<String> source,
        String query,
        Window covers,
        long extractedAt,
        OptionalLong rows,
        Optional<String> sha256,
        long rejected,
        Optional<String> shortfall,
        Optional<String> live) {

    static PopulationRecord of(Evidence record, Instants instants) {
        ZoneId zone = instants.zone;
        long from = value(record, "from")
                .map(v -> Instants.read(v, zone, false).orElse(Nanos.FOREVER))
                .orElse(Nanos.FOREVER);
        long to = value(record, "to")
                .map(v -> Instants.readEnd(v, zone).orElse(Nanos.NONE))
                .orElse(Nanos.NONE);
        long extracted = value(record, "extractedAt")
                .map(v -> Instants.read(v, zone, false).orElse(Nanos.NONE))
                .filter(at -> at <= instants.asOf)
                .orElse(Nanos.of(record.occurredAt()));
        return new PopulationRecord(
                record.id(),
                record.subject(),
                record.text("source"),
                record.text("query").orElse(""),
                new Window(from, to),
                extracted,
                whole(record, "rows"),
                record.text("sha256"),
                whole(record, "rejected").orElse(0),
                shortfall(record),
                record.text("live"));
    }

    private static Optional<String> shortfall(Evidence record) {
        if (isFalse(record, "reconciled")) {
            return Optional.of("does not agree with its second source");
        }
        boolean isRejected = whole(record, "rejected").orElse(0) > 0;
        return isFalse(record, "complete") && !isRejected
                ? Optional.of("says that it is not complete")
                : Optional.empty();
    }

    private static boolean isFalse(Evidence record, String name) {
        return value(record, name).filter(Boolean.FALSE::equals).isPresent();
    }

    private static Optional<Object> value(Evidence record, String name) {
        return record.attribute(name).map(AttributeValue::plain);
    }

    private static OptionalLong whole(Evidence record, String name) {
        return value(record, name)
                .filter(Long.class::isInstance)
                .map(v -> OptionalLong.of((Long) v))
                .orElse(OptionalLong.empty());
    }

    /** The part of its window that lies before it was run. */
    Window proven() {
        return new Window(covers.from(), Math.min(covers.to(), extractedAt));
    }

    /** How it contradicts the rows that are there; empty when it does not. */
    Optional<String> contradiction(Collection<String> ids) {
        if (rows.isPresent() && rows.getAsLong() != ids.size()) {
            return Optional.of(
                    "population record '" + id + "' counts " + rows.getAsLong() + " rows, there are " + ids.size());
        }
        if (sha256.isPresent() && !sha256.get().equals(digest(ids))) {
            return Optional.of("population record '" + id + "' has another digest than the " + ids.size()
                    + " rows that are there");
        }
        return Optional.empty();
    }

    /** SHA-256 over the ids sorted by UTF-8 bytes, each as a 4-byte big-endian length and its bytes. */
    static String digest(Collection<String> ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> sorted = ids.stream().sorted(TextOrder.UTF8).toList();
        for (String id : sorted) {
            byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
            bytes.writeBytes(utf8);
        }
        return HexFormat.of().formatHex(Sha256.digest(bytes.toByteArray()));
    }
}

package dev.soc2.evidence.internal.event;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * When a row happened and was seen.
 *
 * @param at when it happened
 * @param seenAt when the exporter saw it, which is never before it happened
 * @param isDated whether the row says so; else the time of the export stands in, as an option asked for
 */
public record When(Instant at, Instant seenAt, boolean isDated) {

    /** The attribute of a record whose row has no time. */
    static final String UNDATED = "undated";

    /** What happened at an instant that is known. */
    public static When at(Instant at) {
        return new When(at, at, true);
    }

    static When of(Instant at, Optional<Instant> extractedAt) {
        return new When(at, later(at, extractedAt), true);
    }

    /** The same, seen at an instant that the export names, when that is later. */
    public When seen(Optional<Instant> instant) {
        return new When(at, later(at, instant), isDated);
    }

    /** Begins a record of what happened then. */
    public EvidenceBuilder record(String id, String type, String subject, String source) {
        EvidenceBuilder record = Evidence.of(id, type, subject, at, source).observedAt(seenAt);
        return isDated ? record : record.with(UNDATED, true);
    }

    private static Instant later(Instant at, Optional<Instant> seen) {
        return seen.filter(at::isBefore).orElse(at);
    }
}

package dev.soc2.model.result;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody recorded about a control: an analysis of a deviation, a response of management, a remediation. Printed,
 * never a reason to forget a deviation.
 *
 * @param evidence id of the record
 * @param subject the item or control it is about
 * @param text what was recorded
 * @param actor who recorded it; may be empty
 * @param at when
 */
public record RecordedNote(String evidence, String subject, String text, String actor, Instant at)
        implements Comparable<RecordedNote> {

    /** Checks the invariants. */
    public RecordedNote {
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }

    /** Orders by time, then record. */
    @Override
    public int compareTo(RecordedNote other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : evidence.compareTo(other.evidence);
    }
}

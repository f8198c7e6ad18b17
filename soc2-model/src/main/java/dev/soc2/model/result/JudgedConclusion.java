package dev.soc2.model.result;

import java.util.Objects;

/**
 * A reviewer's own conclusion, printed beside the computed one.
 *
 * @param conclusion the reviewer's conclusion
 * @param reason the reviewer's reason; may be empty for a harsher one
 * @param reviewer who judged
 * @param accepted whether it stands: a harsher one always does, a softer one only with a reason, and never against
 *     insufficient evidence
 * @param evidence id of the record
 */
public record JudgedConclusion(
        OperatingConclusion conclusion, String reason, String reviewer, boolean accepted, String evidence) {

    /** Checks the invariants. */
    public JudgedConclusion {
        Objects.requireNonNull(conclusion, "conclusion");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(evidence, "evidence");
    }
}

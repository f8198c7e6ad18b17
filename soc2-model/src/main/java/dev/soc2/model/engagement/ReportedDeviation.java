package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import java.util.Set;

/**
 * Something that the report of a subservice organisation found wrong and that matters here.
 *
 * @param text what was found
 * @param criteria the criteria here that it touches; empty: all that the organisation bears on
 * @param evaluation what it means here, as somebody recorded it; empty when nobody did
 */
public record ReportedDeviation(@NotBlank String text, Set<CriterionId> criteria, String evaluation) {

    /** Copies the criteria. */
    public ReportedDeviation {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(evaluation, "evaluation");
        criteria = Set.copyOf(criteria);
    }
}

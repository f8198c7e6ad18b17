package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A criterion that is not relevant to the system (DC 8).
 *
 * @param criterion which
 * @param reason why; required
 */
public record NotRelevantCriterion(
        @NotNull CriterionId criterion, @NotBlank String reason) {}

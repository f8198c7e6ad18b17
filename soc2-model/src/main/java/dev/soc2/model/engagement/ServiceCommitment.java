package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import jakarta.validation.constraints.NotBlank;
import java.util.Set;

/**
 * A promise to customers, which the examination is about.
 *
 * @param id its id
 * @param text the promise
 * @param criteria the criteria it is judged by
 */
public record ServiceCommitment(
        @NotBlank String id, @NotBlank String text, Set<CriterionId> criteria) {

    /** Copies the criteria. */
    public ServiceCommitment {
        criteria = Set.copyOf(criteria);
    }
}

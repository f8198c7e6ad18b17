package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Set;

/**
 * A promise to customers, which the examination is about.
 *
 * @param id its id
 * @param text the promise
 * @param criteria the criteria it is judged by
 * @param measuredBy tests that measure whether it was kept, as {@code CONTROL/TEST}; a deviation of one of them is a
 *     broken promise, also where the control counts as working
 */
public record ServiceCommitment(
        @NotBlank String id, @NotBlank String text, Set<CriterionId> criteria, List<String> measuredBy) {

    /** Copies the collections. */
    public ServiceCommitment {
        criteria = Set.copyOf(criteria);
        measuredBy = List.copyOf(measuredBy);
    }

    /**
     * One that nothing measures.
     *
     * @param id its id
     * @param text the promise
     * @param criteria the criteria it is judged by
     */
    public ServiceCommitment(String id, String text, Set<CriterionId> criteria) {
        this(id, text, criteria, List.of());
    }
}

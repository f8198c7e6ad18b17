package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import jakarta.validation.constraints.NotBlank;
import java.util.Set;

/**
 * A complementary user entity control: what customers must do themselves. Listed, never tested here.
 *
 * @param id its id
 * @param text what the customer does
 * @param criteria the criteria that rely on it
 */
public record Cuec(@NotBlank String id, @NotBlank String text, Set<CriterionId> criteria) {

    /** Copies the criteria. */
    public Cuec {
        criteria = Set.copyOf(criteria);
    }
}

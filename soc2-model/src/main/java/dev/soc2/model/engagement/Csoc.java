package dev.soc2.model.engagement;

import dev.soc2.model.criteria.CriterionId;
import jakarta.validation.constraints.NotBlank;
import java.util.Set;

/**
 * A complementary subservice organisation control: what we assume that the other organisation does. Never tested here.
 *
 * @param text what is assumed
 * @param criteria the criteria that rely on it; empty: all that the organisation bears on
 */
public record Csoc(@NotBlank String text, Set<CriterionId> criteria) {

    /** Copies the criteria. */
    public Csoc {
        criteria = Set.copyOf(criteria);
    }

    /**
     * One that every criterion of its organisation relies on.
     *
     * @param text what is assumed
     */
    public Csoc(String text) {
        this(text, Set.of());
    }
}

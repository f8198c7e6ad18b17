package dev.soc2.rules.mapping;

import dev.soc2.model.criteria.CriterionId;
import java.util.Objects;

/**
 * One criterion beside one requirement of another framework.
 *
 * @param criterion the criterion
 * @param target id of the requirement in its own framework, such as {@code A.5.4}
 * @param relation how they relate
 * @param confidence how far the pair can be trusted
 */
public record MappingEntry(
        CriterionId criterion, String target, MappingRelation relation, MappingConfidence confidence) {

    /** Checks the invariants. */
    public MappingEntry {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(confidence, "confidence");
        if (target.isBlank()) {
            throw new IllegalArgumentException("a mapping of " + criterion + " names a requirement");
        }
    }
}

package dev.soc2.model.engagement;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Management's description of the system, by description criterion.
 *
 * @param answers what it says; a criterion that is absent is unanswered
 */
public record SystemDescription(Map<DescriptionCriterion, DescriptionAnswer> answers) {

    /** Nothing is described yet. */
    public static final SystemDescription EMPTY = new SystemDescription(Map.of());

    /** Copies the answers. */
    public SystemDescription {
        answers = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(answers)));
    }

    /**
     * What is said about one criterion.
     *
     * @param criterion which
     * @return the answer, or empty when there is none
     */
    public Optional<DescriptionAnswer> answer(DescriptionCriterion criterion) {
        return Optional.ofNullable(answers.get(criterion));
    }
}

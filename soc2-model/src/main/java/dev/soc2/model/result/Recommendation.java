package dev.soc2.model.result;

import dev.soc2.model.criteria.CriterionId;
import java.util.List;
import java.util.Objects;

/**
 * What to do about a conclusion that is not good, from the data of the rule that led to it.
 *
 * @param action the kind of action
 * @param about id of the control or of the criterion, or name of the organisation, that it is about
 * @param test id of the test; empty where it concerns none
 * @param key whether it is about a key control, or about a criterion or an organisation itself
 * @param what what to do, a sentence without a full stop
 * @param why why, in words
 * @param evidenceTypes types of the evidence that is asked for, sorted
 * @param items ids of the items it is about, at most {@link Change#NAMED}
 * @param itemCount how many items it is about
 * @param criteria criteria that are not supported or undetermined and depend on it, sorted
 */
public record Recommendation(
        RecommendedAction action,
        String about,
        String test,
        boolean key,
        String what,
        String why,
        List<String> evidenceTypes,
        List<String> items,
        long itemCount,
        List<CriterionId> criteria) {

    /** Checks the invariants and sorts. */
    public Recommendation {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(why, "why");
        if (what.isBlank()) {
            throw new IllegalArgumentException("a recommendation says what to do");
        }
        evidenceTypes = List.copyOf(evidenceTypes.stream().distinct().sorted().toList());
        items = List.copyOf(items.stream().limit(Change.NAMED).toList());
        criteria = List.copyOf(criteria.stream().distinct().sorted().toList());
        if (itemCount < items.size()) {
            throw new IllegalArgumentException(itemCount + " items, and " + items.size() + " of them named");
        }
    }

    /**
     * How many criteria that are not good depend on it.
     *
     * @return the number of {@link #criteria}
     */
    public int unlocks() {
        return criteria.size();
    }
}

package dev.soc2.rules.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * ORDERING: within one item steps happen in a given order, each of them in force at the next one, for one revision, by
 * persons who differ.
 *
 * @param item the population
 * @param steps the steps in their order; at least two
 * @param distinct pairs of fields that must not name the same person
 * @param sameRevision field in which the records of the steps must agree with the last one; steps none of whose types
 *     declares it take no part
 * @param clockSkew how far the clocks of two different sources may differ
 * @param emergency expression over the item that takes it out of this rule
 */
public record OrderingRule(
        Selector item,
        List<OrderingStep> steps,
        List<DistinctPair> distinct,
        Optional<Field> sameRevision,
        TimeAmount clockSkew,
        Optional<String> emergency)
        implements Rule {

    /** Checks the invariants. */
    public OrderingRule {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(sameRevision, "sameRevision");
        Objects.requireNonNull(emergency, "emergency");
        steps = List.copyOf(steps);
        distinct = List.copyOf(distinct);
        if (steps.size() < 2) {
            throw new IllegalArgumentException("an order has at least two steps");
        }
        Set<String> names = new HashSet<>(Set.of(StepField.ITEM));
        for (OrderingStep step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException("there is a step '" + step.name() + "' already");
            }
        }
        for (DistinctPair pair : distinct) {
            if (!names.contains(pair.one().step())
                    || !names.contains(pair.other().step())) {
                throw new IllegalArgumentException("'" + pair.words() + "' names a step that the rule does not have");
            }
        }
        if (clockSkew.needsCalendar()) {
            throw new IllegalArgumentException("clocks do not differ in business time: give clockSkew such as PT2M");
        }
    }

    @Override
    public String kind() {
        return "ORDERING";
    }

    @Override
    public String words() {
        return "every " + item.words() + " went through "
                + steps.stream().map(OrderingStep::name).collect(Collectors.joining(", "))
                + " in this order"
                + sameRevision.map(field -> ", with the same " + field).orElse("")
                + distinct.stream()
                        .map(pair -> ", with different persons in " + pair.words())
                        .collect(Collectors.joining());
    }

    @Override
    public List<Selector> population() {
        return List.of(item);
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Rows;
import dev.soc2.rules.internal.timeline.Runs;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.OrderingStep;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees at a glance that most items kept a plain order, which ends with the item itself, asks for no revision and no role
 * and knows no withdrawal: going back from the item, each step has a late enough record by somebody who differs. An item
 * of which it does not see that is left to {@link OrderingItem}.
 */
final class PlainOrder {

    /** Records of one step that are looked at for one item, at most. */
    private static final int MOST_TRIES = 32;

    private final Timeline timeline;
    private final OrderingPlan plan;
    private final OrderingRecords records;
    private final boolean applies;
    private final List<Runs> steps = new ArrayList<>();
    private final int[] chosen;
    private final List<Difference> differences = new ArrayList<>();

    /** Two fields that name persons who must differ: that of an earlier step, or the item, and that of a later one. */
    private record Difference(int low, Runs.KeyOfRow lowPerson, int high, Runs.KeyOfRow highPerson) {}

    PlainOrder(Evaluation evaluation, OrderingPlan plan, OrderingRecords records) {
        this.timeline = evaluation.timeline;
        this.plan = plan;
        this.records = records;
        chosen = new int[plan.size()];
        applies = evaluation.findings.onlyCounts()
                && plan.rule.sameRevision().isEmpty()
                && plan.rule.steps().stream().allMatch(PlainOrder::isPlain);
        for (int step = 0; step < plan.size() && applies; step++) {
            steps.add(records.certain(step));
        }
        Persons persons = new Persons(evaluation.scene);
        for (OrderingPlan.Pair pair : plan.pairs) {
            differences.add(new Difference(
                    pair.low(),
                    person(persons, pair.low(), pair.lowField()),
                    pair.high(),
                    person(persons, pair.high(), pair.highField())));
        }
    }

    private static boolean isPlain(OrderingStep step) {
        return step.withdrawn().isEmpty() && step.roles().isEmpty() && step.at().equals(Field.OCCURRED_AT);
    }

    private Runs.KeyOfRow person(Persons persons, int step, int field) {
        return persons.reader(plan.fieldsOf(step).get(field).field());
    }

    /** Whether an item surely kept the order. */
    boolean isKept(int item) {
        if (!applies || !records.isCertain(plan.last(), item)) {
            return false;
        }
        chosen[plan.last()] = item;
        if (!differs(plan.last(), item)) {
            return false;
        }
        for (int step = plan.last() - 1; step >= 0; step--) {
            if (!choose(step, item)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the latest record of a step that is no later than the step after it and by somebody who differs. */
    private boolean choose(int step, int item) {
        Rows own = steps.get(step).of(records.key(step, item));
        int place = timeline.firstFrom(own, timeline.occurred(chosen[step + 1]) + 1) - 1;
        for (int tries = 0; place >= 0 && tries < MOST_TRIES; place--, tries++) {
            chosen[step] = own.at(place);
            if (differs(step, item)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the persons of a step are known and differ from those of the item, of itself and of the steps after it. */
    private boolean differs(int step, int item) {
        for (int i = 0; i < differences.size(); i++) {
            Difference difference = differences.get(i);
            boolean decided =
                    difference.low() == step || (difference.high() == step && difference.low() == OrderingPlan.ITEM);
            if (decided) {
                int low = difference.lowPerson().of(step == difference.low() ? chosen[step] : item);
                int high = difference.highPerson().of(chosen[difference.high()]);
                if (low < 0 || high < 0 || low == high) {
                    return false;
                }
            }
        }
        return true;
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.DistinctPair;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.OrderingRule;
import dev.soc2.rules.rule.OrderingStep;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.StepField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An ORDERING rule with its names resolved: which step is compared with which, and where revisions are compared. */
final class OrderingPlan {

    /** Number that stands for the item among the steps. */
    static final int ITEM = -1;

    /**
     * A pair of fields that must be distinct.
     *
     * @param low the earlier step, or the item
     * @param lowField place of the field among those of that step
     * @param high the later step; the same for two fields of one record
     * @param highField place of its field
     * @param words the pair in words
     */
    record Pair(int low, int lowField, int high, int highField, String words) {}

    final OrderingRule rule;
    final List<Pair> pairs = new ArrayList<>();
    private final Conditions conditions;
    private final List<List<StepField>> fields = new ArrayList<>();
    private final Set<Integer> compared = new HashSet<>();

    OrderingPlan(OrderingRule rule, Conditions conditions) {
        this.rule = rule;
        this.conditions = conditions;
        for (int step = ITEM; step < size(); step++) {
            fields.add(fields(step));
        }
        rule.distinct().forEach(pair -> pairs.add(pair(pair)));
        rule.sameRevision().ifPresent(this::compare);
    }

    private List<StepField> fields(int step) {
        String name = name(step);
        return rule.distinct().stream()
                .flatMap(pair -> List.of(pair.one(), pair.other()).stream())
                .filter(field -> field.step().equals(name))
                .distinct()
                .toList();
    }

    private Pair pair(DistinctPair pair) {
        int one = number(pair.one());
        int other = number(pair.other());
        return one <= other
                ? new Pair(one, place(one, pair.one()), other, place(other, pair.other()), pair.words())
                : new Pair(other, place(other, pair.other()), one, place(one, pair.one()), pair.words());
    }

    private int number(StepField field) {
        for (int step = 0; step < size(); step++) {
            if (name(step).equals(field.step())) {
                return step;
            }
        }
        return ITEM;
    }

    private int place(int step, StepField field) {
        return fieldsOf(step).indexOf(field);
    }

    /** The last step is what the others are compared with; when no other has a revision, that none has it is the answer. */
    private void compare(Field revision) {
        for (int step = 0; step < size(); step++) {
            if (step == last() || conditions.declares(step(step).of().types(), revision)) {
                compared.add(step);
            }
        }
        if (compared.size() < 2) {
            for (int step = 0; step < size(); step++) {
                compared.add(step);
            }
        }
    }

    int size() {
        return rule.steps().size();
    }

    int last() {
        return size() - 1;
    }

    OrderingStep step(int step) {
        return rule.steps().get(step);
    }

    String name(int step) {
        return step == ITEM ? StepField.ITEM : step(step).name();
    }

    /** Fields of a step, or of the item, that must be distinct from others. */
    List<StepField> fieldsOf(int step) {
        return fields.get(step + 1);
    }

    boolean compares(int step) {
        return compared.contains(step);
    }

    /** The field in which steps that compare it must agree. */
    Field revision() {
        return rule.sameRevision().orElseThrow();
    }

    boolean declares(Selector selector, Field field) {
        return conditions.declares(selector.types(), field);
    }
}

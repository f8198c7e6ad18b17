package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.custom.CustomRule;
import dev.soc2.rules.custom.Needs;
import dev.soc2.rules.internal.timeline.TextOrder;
import dev.soc2.rules.rule.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * CUSTOM: shows a rule in Java the records of one key at a time, and holds it to its word: what it does not say of an
 * item leaves the item undetermined.
 */
final class CustomEvaluator implements Evaluator {

    private static final Comparator<List<String>> BY_KEY = (one, other) -> {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = TextOrder.UTF8.compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    };

    private final CustomRule rule;
    private final Needs needs;

    CustomEvaluator(CustomRule rule, Needs needs) {
        this.rule = rule;
        this.needs = needs;
    }

    /** The rows of one key; those of which it cannot be said whether they belong are told apart. */
    private static final class Rows {
        final TreeSet<Integer> items = new TreeSet<>();
        final TreeSet<Integer> all = new TreeSet<>();
        Optional<String> doubt = Optional.empty();
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        Scene scene = evaluation.scene;
        Keys keys = new Keys(scene, List.of());
        Map<List<String>, Rows> byKey = new TreeMap<>(BY_KEY);
        Picked population = scene.pick(needs.items());
        for (int row : population.rows()) {
            Optional<List<String>> key = keys.of(row, needs.key());
            if (key.isEmpty()) {
                withoutKey(evaluation, row);
                continue;
            }
            Rows rows = byKey.computeIfAbsent(key.get(), k -> new Rows());
            rows.items.add(row);
            rows.all.add(row);
        }
        // A key without an item asks nothing, so that what else carries it is not looked at.
        for (Selector other : needs.others()) {
            Picked picked = scene.pick(other);
            for (int row : picked.rows()) {
                keys.of(row, needs.key()).map(byKey::get).ifPresent(rows -> rows.all.add(row));
            }
            for (int row : picked.doubtful()) {
                keys.of(row, needs.key())
                        .map(byKey::get)
                        .ifPresent(rows ->
                                rows.doubt = Optional.of(evaluation.timeline.id(row) + ": " + scene.doubt(other, row)));
            }
        }
        byKey.forEach((key, rows) -> judge(evaluation, key, rows));
        Populations.doubtful(evaluation, needs.items(), population);
    }

    private void withoutKey(Evaluation evaluation, int row) {
        long at = evaluation.timeline.occurred(row);
        if (evaluation.window.contains(at)) {
            String id = evaluation.timeline.id(row);
            evaluation.findings.undetermined(
                    new Item(id, evaluation.timeline.subject(row))
                            .from(at)
                            .evidence(id)
                            .detail("a field of its key is absent: " + needs.key()),
                    ReasonCode.EXPRESSION_ERROR);
        }
    }

    private void judge(Evaluation evaluation, List<String> key, Rows rows) {
        KeyTimeline timeline = new KeyTimeline(evaluation, needs, key, rows.all, rows.items);
        ItemOutcomes outcomes = new ItemOutcomes(evaluation, needs, timeline);
        try {
            rule.evaluate(timeline, outcomes);
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            // What goes wrong in the code of a host fails its test, and no other.
            throw new IllegalStateException("the rule failed with " + e, e);
        }
        outcomes.settle(rows.doubt);
    }
}

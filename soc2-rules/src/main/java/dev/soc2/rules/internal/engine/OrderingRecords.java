package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OrderingStep;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.StepField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The records of every step of an ORDERING rule, by the key that ties them to an item. Each key is looked at once. */
final class OrderingRecords {

    static final Field ROLE = Field.of("attributes.role");

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final OrderingPlan plan;
    private final Keys keys;
    private final List<Source> sources = new ArrayList<>();

    OrderingRecords(Evaluation evaluation, OrderingPlan plan) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.plan = plan;
        keys = new Keys(evaluation.scene, List.of());
        for (int step = 0; step < plan.size(); step++) {
            sources.add(new Source(step));
        }
    }

    /** What one step draws on. */
    private final class Source {

        private final int step;
        private final Picked picked;
        private final Set<Integer> rows;
        private final Set<Integer> doubtfulRows;
        private final Map<List<String>, List<Integer>> certain;
        private final Map<List<String>, List<Integer>> doubtful;
        private final Optional<PartialKeys> withdrawn;
        private final Map<List<String>, StepRecords> byKey = new HashMap<>();

        Source(int step) {
            this.step = step;
            OrderingStep own = plan.step(step);
            picked = evaluation.scene.pick(own.of());
            rows = new HashSet<>(picked.rows());
            doubtfulRows = new HashSet<>(picked.doubtful());
            List<Field> fields = own.match().stream().map(MatchField::right).toList();
            certain = keys.index(picked.rows(), fields);
            doubtful = keys.index(picked.doubtful(), fields);
            withdrawn = own.withdrawn().map(selector -> partialKeys(selector, fields));
        }

        private PartialKeys partialKeys(Selector selector, List<Field> fields) {
            List<Optional<Field>> carried = fields.stream()
                    .map(field -> Optional.of(field).filter(f -> plan.declares(selector, f)))
                    .toList();
            return new PartialKeys(evaluation.scene, evaluation.scene.pick(selector), carried);
        }

        StepRecords of(List<String> key) {
            return byKey.computeIfAbsent(key, this::collect);
        }

        private StepRecords collect(List<String> key) {
            List<StepRecord> all = new ArrayList<>();
            certain.getOrDefault(key, List.of())
                    .forEach(row -> record(row, true).ifPresent(all::add));
            doubtful.getOrDefault(key, List.of())
                    .forEach(row -> record(row, false).ifPresent(all::add));
            Withdrawals withdrawals = new Withdrawals();
            withdrawn.ifPresent(w -> w.collect(key, withdrawals));
            return new StepRecords(all, withdrawals);
        }

        /** The row as a record of this step; empty when its role is none that may take the step. */
        Optional<StepRecord> record(int row, boolean picked) {
            OrderingStep own = plan.step(step);
            boolean certain = picked;
            if (!own.roles().isEmpty()) {
                Set<String> roles = texts(evaluation.scene.access.value(row, ROLE));
                if (!roles.isEmpty() && own.roles().stream().noneMatch(roles::contains)) {
                    return Optional.empty();
                }
                certain &= !roles.isEmpty();
            }
            Window time = time(row, own.at());
            Optional<String> revision =
                    plan.compares(step) ? evaluation.scene.text(row, plan.revision()) : Optional.empty();
            return Optional.of(new StepRecord(
                    row,
                    time.from(),
                    time.to(),
                    timeline.source(row),
                    certain,
                    revision,
                    persons(row, plan.fieldsOf(step))));
        }
    }

    /** When a record happened, as far as it says: an instant, a day, or any time at all. */
    private Window time(int row, Field at) {
        Window unknown = new Window(Nanos.NONE, Nanos.FOREVER);
        if (at.equals(Field.OCCURRED_AT)) {
            return new Window(timeline.occurred(row), timeline.occurred(row));
        }
        Object value = evaluation.scene.access.value(row, at);
        if (value == null) {
            return unknown;
        }
        OptionalLong from = Instants.read(value, evaluation.zone(), false);
        OptionalLong to = Instants.read(value, evaluation.zone(), true);
        return from.isEmpty() || to.isEmpty() || from.getAsLong() > evaluation.asOf()
                ? unknown
                : new Window(from.getAsLong(), to.getAsLong());
    }

    /** The persons that fields of a row name; a field that names nobody is as good as absent. */
    List<Optional<Set<String>>> persons(int row, List<StepField> fields) {
        return fields.stream()
                .map(field -> Optional.of(persons(evaluation.scene.access.value(row, field.field())))
                        .filter(named -> !named.isEmpty()))
                .toList();
    }

    private Set<String> persons(@Nullable Object value) {
        Set<String> persons = new TreeSet<>();
        texts(value)
                .forEach(account ->
                        persons.add(evaluation.scene.engagement.identities().personOf(account)));
        return persons;
    }

    private static Set<String> texts(@Nullable Object value) {
        Set<String> texts = new TreeSet<>();
        if (value instanceof List<?> list) {
            list.forEach(member -> texts.add(String.valueOf(member)));
        } else if (value != null) {
            texts.add(value.toString());
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    /** The key of a step for an item, or empty when a field of the item is absent. */
    Optional<List<String>> key(int step, int item) {
        return keys.of(
                item, plan.step(step).match().stream().map(MatchField::left).toList());
    }

    StepRecords of(int step, List<String> key) {
        return sources.get(step).of(key);
    }

    /** The item as its own step; empty when the step surely does not pick it. */
    Optional<StepRecord> itself(int step, int item) {
        Source source = sources.get(step);
        return source.rows.contains(item)
                ? source.record(item, true)
                : source.doubtfulRows.contains(item) ? source.record(item, false) : Optional.empty();
    }

    /** Why it cannot be said whether a record belongs to a step; empty when that is not the reason. */
    Optional<String> doubt(int step, int row) {
        return sources.get(step).doubtfulRows.contains(row)
                ? Optional.of(evaluation.scene.doubt(plan.step(step).of(), row))
                : Optional.empty();
    }
}

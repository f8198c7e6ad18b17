package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Runs;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OrderingStep;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.StepField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
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
    private final List<Source> sources = new ArrayList<>();

    OrderingRecords(Evaluation evaluation, OrderingPlan plan) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.plan = plan;
        for (int step = 0; step < plan.size(); step++) {
            sources.add(new Source(step));
        }
    }

    /** What one step draws on. */
    private final class Source {

        private final int step;
        private final BitSet rows;
        private final BitSet doubtfulRows;
        private final Found found;
        private final Runs.KeyOfRow keyOfItem;
        private final Optional<PartialKeys> withdrawn;
        private final Map<Integer, StepRecords> byKey = new HashMap<>();

        Source(int step) {
            this.step = step;
            OrderingStep own = plan.step(step);
            Picked picked = evaluation.scene.pick(own.of());
            rows = picked.rows().toSet();
            doubtfulRows = picked.doubtful().toSet();
            List<Field> fields = own.match().stream().map(MatchField::right).toList();
            found = evaluation.scene.find(own.of(), fields, List.of());
            keyOfItem = evaluation
                    .scene
                    .numbers(List.of())
                    .reader(
                            plan.rule.item().types(),
                            own.match().stream().map(MatchField::left).toList());
            withdrawn = own.withdrawn().map(selector -> partialKeys(selector, fields));
        }

        private PartialKeys partialKeys(Selector selector, List<Field> fields) {
            List<Optional<Field>> carried = fields.stream()
                    .map(field -> Optional.of(field).filter(f -> plan.declares(selector, f)))
                    .toList();
            return new PartialKeys(evaluation.scene, evaluation.scene.pick(selector), carried);
        }

        StepRecords of(int item, int key) {
            return byKey.computeIfAbsent(key, k -> collect(item, k));
        }

        private StepRecords collect(int item, int key) {
            List<StepRecord> all = new ArrayList<>();
            found.rows().of(key).forEach(row -> record(row, true).ifPresent(all::add));
            found.doubtful().of(key).forEach(row -> record(row, false).ifPresent(all::add));
            Withdrawals withdrawals = new Withdrawals();
            withdrawn.ifPresent(w -> w.collect(keyOf(item), withdrawals));
            return new StepRecords(all, withdrawals);
        }

        private List<String> keyOf(int item) {
            return plan.step(step).match().stream()
                    .map(match -> evaluation.scene.text(item, match.left()).orElseThrow())
                    .toList();
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

    /** The number of the key of a step for an item, or -1 when a field of the item is absent. */
    int key(int step, int item) {
        return sources.get(step).keyOfItem.of(item);
    }

    /** The records of a step for an item, by its key. */
    StepRecords of(int step, int item, int key) {
        return sources.get(step).of(item, key);
    }

    /** Rows of the records that surely belong to a step, by key. */
    Runs certain(int step) {
        return sources.get(step).found.rows();
    }

    /** Whether a row surely belongs to a step. */
    boolean isCertain(int step, int row) {
        return sources.get(step).rows.get(row);
    }

    /** The item as its own step; empty when the step surely does not pick it. */
    Optional<StepRecord> itself(int step, int item) {
        Source source = sources.get(step);
        return source.rows.get(item)
                ? source.record(item, true)
                : source.doubtfulRows.get(item) ? source.record(item, false) : Optional.empty();
    }

    /** Why it cannot be said whether a record belongs to a step; empty when that is not the reason. */
    Optional<String> doubt(int step, int row) {
        return sources.get(step).doubtfulRows.get(row)
                ? Optional.of(evaluation.scene.doubt(plan.step(step).of(), row))
                : Optional.empty();
    }
}

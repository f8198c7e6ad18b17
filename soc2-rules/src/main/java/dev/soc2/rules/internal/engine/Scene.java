package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.expr.Verdict;
import dev.soc2.rules.internal.timeline.Rows;
import dev.soc2.rules.internal.timeline.Runs;
import dev.soc2.rules.internal.timeline.TextOrder;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Normalization;
import dev.soc2.rules.rule.Selector;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that evaluations of one assessment share: the engagement, the timeline, what each selector picks, what was
 * read of sources, what was excused. Filled lazily by one thread.
 */
final class Scene {

    private static final int ANY_SOURCE = -2;

    final Engagement engagement;
    final Timeline timeline;
    final Instants instants;
    final RowAccess access;
    final Coverage coverage;
    final Excuses excuses;
    private final Conditions conditions;
    private final Map<Selector, Picked> picks = new HashMap<>();
    private final Map<List<Normalization>, KeyNumbers> numbers = new HashMap<>();
    private final Map<Lookup, Found> found = new HashMap<>();
    private final Comparator<Integer> byTime;

    private record Lookup(Selector selector, List<Field> by, List<Normalization> normalize) {}

    Scene(Engagement engagement, Timeline timeline, Instants instants, Conditions conditions) {
        this.engagement = engagement;
        this.timeline = timeline;
        this.instants = instants;
        this.conditions = conditions;
        access = new RowAccess(timeline);
        coverage = new Coverage(timeline, engagement);
        excuses = new Excuses(timeline, engagement);
        byTime = Comparator.<Integer>comparingLong(timeline::occurred).thenComparing(timeline::id, TextOrder.UTF8);
    }

    /** What a selector picks, over all visible time. */
    Picked pick(Selector selector) {
        return picks.computeIfAbsent(selector, this::scan);
    }

    /** What several selectors pick together. */
    Picked pick(List<Selector> selectors) {
        if (selectors.size() == 1) {
            return pick(selectors.get(0));
        }
        Set<Integer> rows = new HashSet<>();
        Set<Integer> doubtful = new HashSet<>();
        for (Selector selector : selectors) {
            rows.addAll(pick(selector).rows());
            doubtful.addAll(pick(selector).doubtful());
        }
        doubtful.removeIf(rows::contains);
        return new Picked(inOrder(rows), inOrder(doubtful));
    }

    /** Numbers for keys; the same for everybody who normalises alike. */
    KeyNumbers numbers(List<Normalization> normalize) {
        return numbers.computeIfAbsent(normalize, n -> new KeyNumbers(this, n));
    }

    /** What a selector picks, to be looked up by key. */
    Found find(Selector selector, List<Field> by, List<Normalization> normalize) {
        return found.computeIfAbsent(new Lookup(selector, by, normalize), this::cluster);
    }

    private Found cluster(Lookup lookup) {
        Picked picked = pick(lookup.selector());
        if (isPlain(lookup.selector())
                && lookup.by().size() == 1
                && lookup.normalize().isEmpty()) {
            Optional<Runs> ready = timeline.cluster(
                    lookup.selector().types().iterator().next(), lookup.by().get(0));
            if (ready.isPresent()) {
                return new Found(ready.get(), Runs.NONE);
            }
        }
        Runs.KeyOfRow keys =
                numbers(lookup.normalize()).reader(lookup.selector().types(), lookup.by());
        return new Found(Runs.of(picked.rows(), keys), Runs.of(picked.doubtful(), keys));
    }

    /** Whether a selector picks every record of one type. */
    static boolean isPlain(Selector selector) {
        return selector.where().isEmpty()
                && selector.source().isEmpty()
                && selector.types().size() == 1;
    }

    private Rows inOrder(Collection<Integer> rows) {
        Rows.Builder ordered = new Rows.Builder();
        rows.stream().sorted(byTime).forEach(ordered::add);
        return ordered.build();
    }

    private Picked scan(Selector selector) {
        if (isPlain(selector)) {
            return new Picked(timeline.rows(selector.types().iterator().next()), Rows.NONE);
        }
        Rows.Builder rows = new Rows.Builder();
        Rows.Builder doubtful = new Rows.Builder();
        Optional<Program<RowFrame>> where = selector.where().map(text -> program(selector.types(), text));
        int source = selector.source().map(timeline::number).orElse(ANY_SOURCE);
        RowFrame frame = new RowFrame(0);
        for (String type : selector.types()) {
            for (int row = timeline.start(type), end = timeline.end(type); row < end; row++) {
                if (source != ANY_SOURCE && source != timeline.sourceNumber(row)) {
                    continue;
                }
                frame.row = row;
                Verdict verdict = where.isEmpty() ? Verdict.TRUE : where.get().test(frame);
                if (verdict == Verdict.TRUE) {
                    rows.add(row);
                } else if (verdict == Verdict.ERROR) {
                    doubtful.add(row);
                }
            }
        }
        boolean several = selector.types().size() > 1;
        return several
                ? new Picked(inOrder(rows.build()), inOrder(doubtful.build()))
                : new Picked(rows.build(), doubtful.build());
    }

    /** An expression over records of some types, bound to this timeline. */
    Program<RowFrame> program(Set<String> types, String text) {
        return conditions.expression(types, text).bind(access.over(types));
    }

    /** An expression for an amount of records of some types, bound to this timeline. */
    Program<RowFrame> amount(Set<String> types, String text) {
        return conditions.amount(types, text).bind(access);
    }

    /** An expression over several records, each under its name, bound to this timeline. */
    Program<NamedRows> program(Map<String, Set<String>> typesByName, String text) {
        return conditions.expression(typesByName, text).bind(new NamedAccess(access));
    }

    /** Why a selector cannot say whether it picks a row. */
    String doubt(Selector selector, int row) {
        return selector.where()
                .map(text -> program(selector.types(), text).cause(new RowFrame(row)))
                .orElse("");
    }

    /** The value of a field as text for keys, or empty when the record does not carry it. */
    Optional<String> text(int row, Field field) {
        Object value = access.value(row, field);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }
}

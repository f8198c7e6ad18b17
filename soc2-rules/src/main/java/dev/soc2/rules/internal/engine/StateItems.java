package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.expr.Verdict;
import dev.soc2.rules.rule.StateRule;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From what held when to the items: violating too long, unknown too long, excused all its life, or conforming. */
final class StateItems {

    private final Evaluation evaluation;
    private final StateRule rule;
    private final long maxWrong;
    private final long maxUnknown;
    private final boolean measured;
    private TestCoverage total = TestCoverage.NONE;
    private Duration right = Duration.ZERO;

    private StateItems(Evaluation evaluation, StateRule rule, long maxWrong, long maxUnknown, boolean measured) {
        this.evaluation = evaluation;
        this.rule = rule;
        this.maxWrong = maxWrong;
        this.maxUnknown = maxUnknown;
        this.measured = measured;
    }

    static StateItems overTime(Evaluation evaluation, StateRule rule) {
        return new StateItems(
                evaluation,
                rule,
                rule.maxViolation().toNanos(),
                rule.maxUnknown().toNanos(),
                true);
    }

    /** At an instant there is no time in which a tolerance could be used up, nor any that could be measured. */
    static StateItems atAnInstant(Evaluation evaluation, StateRule rule) {
        return new StateItems(evaluation, rule, 0, 0, false);
    }

    /** Tells how much of the time of all assets is known. */
    void report() {
        evaluation.findings.coverage(
                total.plus(new TestCoverage(right, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO)));
    }

    /** Counts an asset that was in the right state all its life. */
    void right(Window life) {
        right = right.plusNanos(life.to() - life.from());
        evaluation.findings.conforming(life.from(), life.to());
    }

    void settle(StateWatch.Asset asset) {
        StateTimes times = StateTimes.of(asset.stretches());
        total = total.plus(times.coverage());
        Item item = new Item(asset.name(), asset.name()).detail(measured ? times.words() : "");
        asset.excuses().forEach(excuse -> item.evidence(excuse.id()));
        if (times.wrong() > maxWrong) {
            place(item, asset, StateValue.FALSE, times.unknown() == 0);
            evaluation.findings.deviation(item, ReasonCode.STATE_FALSE);
        } else if (times.unknown() > maxUnknown || (times.known() == 0 && times.unknown() > 0)) {
            place(item, asset, StateValue.UNKNOWN, times.wrong() == 0);
            evaluation.findings.undetermined(item, doubt(item, asset));
        } else if (times.excused() == times.life()) {
            evaluation.findings.excused(across(item, asset), grounds(asset, ReasonCode.EXCUSED_BEFORE_DUE));
        } else {
            evaluation.findings.conforming(across(item, asset), grounds(asset, ReasonCode.SATISFIED));
        }
    }

    /** Places an item over all its stretches of one value, and cites the looks that began and ended each of them. */
    private void place(Item item, StateWatch.Asset asset, StateValue value, boolean restIsRight) {
        List<Stretch> stretches = asset.stretches();
        Window hull = hull(stretches.stream().filter(s -> s.value() == value).toList());
        item.from(hull.from()).time(hull.from()).span(hull.from(), hull.to());
        if (restIsRight) {
            item.whole(hull(stretches));
        }
        if (hull.to() < hull(stretches).to()) {
            item.at(hull.to());
        }
        Set<Integer> rows = new LinkedHashSet<>();
        for (int i = 0; i < stretches.size(); i++) {
            boolean begins = stretches.get(i).value() == value;
            boolean ends = i > 0 && stretches.get(i - 1).value() == value;
            if (begins || ends) {
                rows.add(stretches.get(i).row());
            }
        }
        cite(item, rows);
    }

    private Item across(Item item, StateWatch.Asset asset) {
        Window life = hull(asset.stretches());
        cite(item, Set.of(asset.stretches().get(asset.stretches().size() - 1).row()));
        return item.from(life.from()).time(life.from()).span(life.from(), life.to());
    }

    private void cite(Item item, Set<Integer> rows) {
        rows.stream().filter(row -> row != Stretch.NO_ROW).forEach(row -> item.evidence(evaluation.timeline.id(row)));
    }

    private static Window hull(List<Stretch> stretches) {
        return new Window(
                stretches.get(0).window().from(),
                stretches.get(stretches.size() - 1).window().to());
    }

    /** Why most of the unknown time is unknown. */
    private ReasonCode doubt(Item item, StateWatch.Asset asset) {
        if (asset.takenLate()) {
            return ReasonCode.STATE_TAKEN_LATE;
        }
        Map<ReasonCode, Long> times = new EnumMap<>(ReasonCode.class);
        asset.stretches().stream()
                .filter(stretch -> stretch.value() == StateValue.UNKNOWN)
                .forEach(stretch -> times.merge(stretch.why(), stretch.length(), Long::sum));
        asset.stretches().stream()
                .filter(stretch -> stretch.why() == ReasonCode.EXPRESSION_ERROR)
                .findFirst()
                .ifPresent(stretch -> item.detail(Evaluation.join(cause(stretch.row()), item.detail)));
        return times.entrySet().stream()
                .max(Map.Entry.<ReasonCode, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private String cause(int row) {
        Program<RowFrame> compliant = evaluation.scene.program(rule.of().types(), rule.compliant());
        RowFrame frame = new RowFrame(row);
        return compliant.test(frame) == Verdict.ERROR ? compliant.cause(frame) : evaluation.scene.doubt(rule.of(), row);
    }

    /** What the item owes its outcome to: a grace when there is one, else what is usual. */
    private static ReasonCode grounds(StateWatch.Asset asset, ReasonCode usual) {
        boolean graced = asset.stretches().stream().anyMatch(s -> s.why() == ReasonCode.NEW_ASSET_GRACE);
        return graced ? ReasonCode.NEW_ASSET_GRACE : usual;
    }
}

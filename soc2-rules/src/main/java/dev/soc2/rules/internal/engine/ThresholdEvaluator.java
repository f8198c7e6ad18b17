package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.rule.CadenceUnit;
import dev.soc2.rules.rule.MissingAmount;
import dev.soc2.rules.rule.PartialWindow;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.ThresholdRule;
import java.util.List;
import java.util.Optional;

/** THRESHOLD: in each window a figure meets its target, in the worst case of what is not known. */
record ThresholdEvaluator(ThresholdRule rule) implements Evaluator {

    static Evaluator plan(ThresholdRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.of());
        rule.value().ifPresent(text -> conditions.planAmount(place, rule.of().types(), text));
        rule.total().ifPresent(text -> conditions.planAmount(place, rule.of().types(), text));
        rule.unknown().ifPresent(text -> conditions.planAmount(place, rule.of().types(), text));
        rule.exclude().ifPresent(excluded -> ExcludedTimes.plan(excluded, place, conditions));
        rule.retired().ifPresent(retired -> conditions.plan(place, retired));
        rule.subjects().match(() -> true, () -> true, listed -> true, selector -> {
            conditions.plan(place, selector);
            return true;
        });
        return new ThresholdEvaluator(rule);
    }

    @Override
    public boolean isCutByStart() {
        return true;
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        Optional<Calendar> calendar = calendar(evaluation);
        if (calendar.isEmpty()) {
            return;
        }
        MissingAmount missing = missing(evaluation);
        boolean measured = false;
        boolean cut = false;
        for (MeasuredGroup group : groups(evaluation)) {
            for (Calendar.Slot slot : calendar.get().touching(evaluation.whole)) {
                Window full = new Window(slot.start(), slot.end());
                Window lived = full.intersect(group.existence());
                Window inside = lived.intersect(evaluation.whole);
                if (inside.isEmpty()) {
                    continue;
                }
                boolean partial = !inside.equals(full);
                Window window = rule.partial() == PartialWindow.EXTEND_TO_FULL ? lived : inside;
                Item item = group.item(slot, window);
                cut |= partial;
                if (partial && rule.partial() == PartialWindow.EXCLUDE) {
                    evaluation.findings.outOfScope(item, ReasonCode.PARTIAL_WINDOW);
                } else {
                    measured = true;
                    group.settle(item, window, missing, partial);
                }
            }
        }
        if (cut) {
            evaluation.findings.note(
                    ReasonCode.PARTIAL_WINDOW, "a window is cut by the period or by a life: " + rule.partial());
        }
        if (cut && !measured) {
            evaluation.findings.stop(ReasonCode.PARTIAL_WINDOW, "no whole window lies in the period");
        }
    }

    /** At an instant: the last window that was over has a figure, or else the one that is open has. */
    @Override
    public void inspect(Evaluation evaluation) {
        Optional<Calendar> calendar = calendar(evaluation);
        if (calendar.isEmpty()) {
            return;
        }
        long instant = evaluation.window.to() - 1;
        for (MeasuredGroup group : groups(evaluation)) {
            if (!group.existence().contains(instant)) {
                continue;
            }
            Calendar.Slot open = calendar.get().slotAt(instant);
            Calendar.Slot over = calendar.get().preceding(open);
            Window last = new Window(over.start(), over.end()).intersect(group.existence());
            Window now = new Window(open.start(), instant + 1).intersect(group.existence());
            boolean lastMeasured = !last.isEmpty() && group.isMeasured(last);
            group.show(lastMeasured ? group.item(over, last) : group.item(open, now), lastMeasured ? last : now);
        }
    }

    private Optional<Calendar> calendar(Evaluation evaluation) {
        return evaluation.clock(rule.calendar()).map(clock -> {
            Optional<BusinessCalendar> business = evaluation.calendar(rule.calendar());
            return new Calendar(
                    rule.window(),
                    rule.window() == CadenceUnit.BUSINESS_DAY
                            ? business.map(BusinessCalendar::zone).orElse(evaluation.zone())
                            : evaluation.zone(),
                    rule.fiscalStart(),
                    business);
        });
    }

    private MissingAmount missing(Evaluation evaluation) {
        boolean strict = evaluation.scene.engagement.assurance() == AssuranceLevel.STRICT;
        if (strict && rule.missing() == MissingAmount.COUNT_AS_GOOD) {
            evaluation.findings.note(
                    ReasonCode.SOURCE_GAP, "assurance: STRICT reads missing: COUNT_AS_GOOD as UNKNOWN");
            return MissingAmount.UNKNOWN;
        }
        return rule.missing();
    }

    /** One group of all subjects, or one for each. */
    private List<MeasuredGroup> groups(Evaluation evaluation) {
        ExcludedTimes excluded = new ExcludedTimes(evaluation, rule.exclude());
        boolean pooled = rule.subjects().equals(Subjects.TOGETHER);
        List<Life> lives = Life.of(evaluation, rule.of(), pooled ? Subjects.SEEN : rule.subjects(), rule.retired());
        return pooled
                ? List.of(new MeasuredGroup(evaluation, rule, lives, "", excluded))
                : lives.stream()
                        .map(life -> new MeasuredGroup(evaluation, rule, List.of(life), life.subject(), excluded))
                        .toList();
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.FreshnessRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The item of each subject over a period: the worst of its gaps, when one lasted beyond its grace. */
final class FreshnessItems {

    /** How much a gap weighs, from light to heavy. */
    private enum Weight {
        EXCUSED,
        LATE,
        UNDETERMINED,
        PROVEN
    }

    /** A gap weighed: the item that it makes, should it be the worst. */
    private record Fault(Item item, Weight weight, ReasonCode reason, FreshGap gap) {}

    private static final int MOST_NAMED = 20;

    private final Evaluation evaluation;
    private final FreshnessRule rule;
    private boolean anythingDue;
    private boolean anythingPending;

    FreshnessItems(Evaluation evaluation, FreshnessRule rule) {
        this.evaluation = evaluation;
        this.rule = rule;
    }

    static Item item(String subject) {
        return new Item(subject.isEmpty() ? "*" : subject, subject);
    }

    /** Settles the item of a subject from all its lives. */
    void settle(String subject, List<FreshHistory> lives) {
        List<Fault> faults = new ArrayList<>();
        for (FreshHistory history : lives) {
            history.gaps().stream()
                    .filter(FreshGap::isExceeded)
                    .forEach(gap -> faults.add(weigh(item(subject), history, gap)));
        }
        if (!faults.isEmpty()) {
            settleWorst(faults);
        } else if (lives.stream().anyMatch(this::isShown)) {
            conforming(item(subject), lives);
        } else {
            settleDueLater(item(subject), lives);
        }
    }

    /** When there are items and all of them fall due later, the control had nothing to do. */
    void end() {
        if (anythingPending && !anythingDue) {
            evaluation.findings.emptyMeans(OperatingConclusion.DID_NOT_OPERATE);
        }
    }

    private boolean isShown(FreshHistory history) {
        return history.isCovered() || history.gaps().stream().anyMatch(FreshGap::isClosedInTime);
    }

    private Fault weigh(Item item, FreshHistory history, FreshGap gap) {
        history.rowBefore(gap).ifPresent(row -> item.evidence(evaluation.timeline.id(row)));
        history.rowAfter(gap).ifPresent(row -> {
            item.evidence(evaluation.timeline.id(row));
            item.at(gap.window().to());
        });
        Window inside = gap.inside();
        item.from(inside.from())
                .due(gap.due())
                .time(inside.from())
                .span(inside.from(), inside.to())
                .whole(history.alive);
        return history.doubt(gap)
                .flatMap(Validity::doubt)
                .map(doubt -> new Fault(item.detail(doubt.words()), Weight.UNDETERMINED, doubt.reason(), gap))
                .orElseGet(() -> weighSilence(item, history, gap));
    }

    private Fault weighSilence(Item item, FreshHistory history, FreshGap gap) {
        if (isBeforeKnowledge(history, gap)) {
            item.detail("whether something was still good at the start of the period is not recorded");
            return new Fault(item, Weight.UNDETERMINED, ReasonCode.NO_LOOKBACK, gap);
        }
        if (!evaluation.isSilenceAbsence(
                item, rule.of(), gap.inside().from(), gap.inside().to())) {
            return new Fault(item, Weight.UNDETERMINED, ReasonCode.SOURCE_GAP, gap);
        }
        ReasonCode reason = gap.closed() ? ReasonCode.LATE : ReasonCode.NOT_FRESH;
        Weight proven = gap.closed() ? Weight.LATE : Weight.PROVEN;
        return new Fault(item, evaluation.findings.excuses(item) ? Weight.EXCUSED : proven, reason, gap);
    }

    /**
     * Whether something done before the window, of which nothing is recorded, may have been good until the first thing
     * that is. It cannot when a source says that it was read then; and where nothing was ever done, nothing speaks for it.
     */
    private boolean isBeforeKnowledge(FreshHistory history, FreshGap gap) {
        Window lookback = history.lookback(gap.window().from());
        return gap.before() == FreshGap.Before.UNKNOWN
                && gap.closed()
                && !evaluation.scene.coverage.saysRead(rule.of(), lookback.from(), lookback.to());
    }

    private void settleWorst(List<Fault> faults) {
        anythingDue = true;
        Fault worst = faults.stream()
                .sorted(Comparator.comparing(Fault::weight).reversed())
                .findFirst()
                .orElseThrow();
        String gaps = words("not fresh", faults.stream().map(Fault::gap).toList());
        String known = worst.item().detail;
        worst.item().detail(known.isEmpty() ? gaps : Evaluation.join(gaps, known));
        if (worst.weight() == Weight.UNDETERMINED) {
            evaluation.findings.undetermined(worst.item(), worst.reason());
        } else {
            evaluation.findings.deviation(worst.item(), worst.reason());
        }
    }

    private void conforming(Item item, List<FreshHistory> lives) {
        anythingDue = true;
        Window first = lives.get(0).alive;
        Window last = lives.get(lives.size() - 1).alive;
        item.from(first.from()).time(first.from()).span(first.from(), last.to());
        List<FreshGap> gaps =
                lives.stream().flatMap(history -> history.gaps().stream()).toList();
        lives.forEach(history -> history.rows().forEach(row -> item.evidence(evaluation.timeline.id(row))));
        item.detail(words("in grace", gaps));
        if (gaps.stream().anyMatch(gap -> gap.before() == FreshGap.Before.UNKNOWN)) {
            evaluation.findings.conforming(item, ReasonCode.NO_LOOKBACK);
        } else {
            evaluation.findings.conforming(
                    item, gaps.stream().anyMatch(this::isLate) ? ReasonCode.LATE_IN_GRACE : ReasonCode.SATISFIED);
        }
    }

    /** The first of a new subject is in time while its own grace lasts; everything else came late, if within the grace. */
    private boolean isLate(FreshGap gap) {
        return gap.before() != FreshGap.Before.BIRTH || rule.initialGrace().isEmpty();
    }

    /** Nothing good was there, and nothing had to be before the window ended: that says nothing good either. */
    private void settleDueLater(Item item, List<FreshHistory> lives) {
        long due = lives.stream()
                .flatMap(history -> history.gaps().stream())
                .mapToLong(FreshGap::due)
                .max()
                .orElse(Nanos.FOREVER);
        item.from(lives.get(0).alive.from()).due(due).detail("nothing good was there, which is due later");
        if (due > evaluation.asOf()) {
            anythingPending = true;
            evaluation.findings.pending(item);
        } else {
            evaluation.findings.outOfScope(item, ReasonCode.CARRY_OUT);
        }
    }

    /** The gaps, of many the first ones. */
    private static String words(String what, List<FreshGap> gaps) {
        String named = gaps.stream()
                .limit(MOST_NAMED)
                .map(gap -> words(what, gap.inside()))
                .collect(Collectors.joining("; "));
        return gaps.size() <= MOST_NAMED ? named : named + "; and " + (gaps.size() - MOST_NAMED) + " more";
    }

    private static String words(String what, Window window) {
        return what + " from " + Nanos.instant(window.from()) + " until " + Nanos.instant(window.to()) + " ("
                + TimeWords.inDays(window.to() - window.from()) + ")";
    }
}

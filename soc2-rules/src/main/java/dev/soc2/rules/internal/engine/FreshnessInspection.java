package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.rule.FreshnessRule;
import java.util.List;
import java.util.Optional;

/** The item of each subject at one instant: whether something good is there. */
final class FreshnessInspection {

    private final Evaluation evaluation;
    private final FreshnessRule rule;
    private final long at;

    FreshnessInspection(Evaluation evaluation, FreshnessRule rule) {
        this.evaluation = evaluation;
        this.rule = rule;
        at = evaluation.window.to() - 1;
    }

    void settle(String subject, List<FreshHistory> lives) {
        lives.stream()
                .filter(history -> history.alive.contains(at))
                .findFirst()
                .ifPresent(history -> settle(FreshnessItems.item(subject).time(at), history));
    }

    private void settle(Item item, FreshHistory history) {
        if (history.sure.contains(at)) {
            history.rows().forEach(row -> item.evidence(evaluation.timeline.id(row)));
            evaluation.findings.conforming(item.from(at), ReasonCode.SATISFIED);
            return;
        }
        Optional<Validity.Doubt> doubt = history.doubtAt(at).flatMap(Validity::doubt);
        if (doubt.isPresent()) {
            evaluation.findings.undetermined(
                    item.from(at).detail(doubt.get().words()), doubt.get().reason());
            return;
        }
        FreshGap gap = history.gaps().get(0);
        history.rowBefore(gap).ifPresent(row -> item.evidence(evaluation.timeline.id(row)));
        item.from(gap.window().from()).due(gap.due());
        boolean graced = at < gap.due();
        switch (gap.before()) {
            case GOOD -> {
                if (graced) {
                    evaluation.findings.conforming(item, ReasonCode.LATE_IN_GRACE);
                } else {
                    absent(item, gap.window());
                }
            }
            case BIRTH -> {
                if (graced) {
                    evaluation.findings.pending(item);
                } else {
                    absent(item, gap.window());
                }
            }
            case UNKNOWN -> absent(item.due(at), history.lookback(at));
        }
    }

    private void absent(Item item, Window silent) {
        evaluation.absent(item, rule.of(), silent.from(), Math.min(silent.to(), at + 1), ReasonCode.NOT_FRESH);
    }
}

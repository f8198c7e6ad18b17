package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.PolicyReviewRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The items of a policy: in force and reviewed all the time, each change approved before it took effect. */
final class PolicyItems {

    /**
     * A stretch of the window in which the last review was too old.
     *
     * @param window the stretch, inside the window
     * @param limit when the age limit passed
     * @param closedBy row of the review that ended it
     */
    private record Stale(Window window, long limit, Optional<Integer> closedBy) {}

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final PolicyReviewRule rule;
    private final PolicyHistory history;
    private final Clock clock;

    PolicyItems(Evaluation evaluation, PolicyReviewRule rule, PolicyHistory history) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.rule = rule;
        this.history = history;
        clock = new Clock(evaluation.zone(), Optional.empty());
    }

    void settle() {
        settlePolicy();
        for (PolicyHistory.Change change : history.changes()) {
            if (evaluation.window.contains(change.effectiveAt())) {
                settleChange(change);
            }
        }
    }

    private void settlePolicy() {
        Window window = evaluation.window;
        Item item = new Item(rule.policy(), rule.policy()).time(window.from()).whole(window);
        history.lookedAt().stream()
                .filter(row -> timeline.occurred(row) < window.to())
                .forEach(row -> item.evidence(timeline.id(row)));
        List<Window> uncovered = window.without(history.inForce());
        if (!uncovered.isEmpty()) {
            Window first = uncovered.get(0);
            item.from(first.from()).at(first.to() < window.to() ? first.to() : Nanos.NONE);
            item.span(first.from(), uncovered.get(uncovered.size() - 1).to());
            item.detail("no approved version was in force");
            uncovered.forEach(evaluation.findings::notInForce);
            evaluation.absent(item, PolicyReviewEvaluator.RECORDS, first.from(), first.to(), ReasonCode.NOT_IN_FORCE);
            return;
        }
        List<Stale> stale = stale();
        Optional<Stale> open =
                stale.stream().filter(s -> s.closedBy().isEmpty()).findFirst();
        if (!stale.isEmpty()) {
            Stale worst = open.orElse(stale.get(0));
            item.from(worst.window().from())
                    .due(worst.limit())
                    .span(worst.window().from(), worst.window().to());
            worst.closedBy().ifPresent(row -> item.at(timeline.occurred(row)).evidence(timeline.id(row)));
            item.detail("the last review was too old");
            evaluation.absent(
                    item,
                    PolicyReviewEvaluator.RECORDS,
                    worst.window().from(),
                    worst.window().to(),
                    open.isPresent() ? ReasonCode.MISSING : ReasonCode.LATE);
            return;
        }
        if (isPublished(item, Optional.empty())) {
            evaluation.findings.conforming(
                    item.span(window.from(), window.to()),
                    wasGraced() ? ReasonCode.LATE_IN_GRACE : ReasonCode.SATISFIED);
        }
    }

    private long limit(long from) {
        return clock.plus(clock.plus(from, rule.maxReviewInterval()), rule.grace());
    }

    private List<Stale> stale() {
        List<Stale> stale = new ArrayList<>();
        List<Integer> looks = history.lookedAt();
        for (int i = 0; i < looks.size(); i++) {
            long limit = limit(timeline.occurred(looks.get(i)));
            Optional<Integer> next = i + 1 < looks.size() ? Optional.of(looks.get(i + 1)) : Optional.empty();
            Window tooOld =
                    new Window(limit, next.map(timeline::occurred).orElse(Nanos.FOREVER)).intersect(evaluation.window);
            if (!tooOld.isEmpty()) {
                stale.add(new Stale(tooOld, limit, next));
            }
        }
        return stale;
    }

    /** Whether a review came after the interval, inside the grace. */
    private boolean wasGraced() {
        List<Integer> looks = history.lookedAt();
        for (int i = 0; i < looks.size(); i++) {
            long interval = clock.plus(timeline.occurred(looks.get(i)), rule.maxReviewInterval());
            long next = i + 1 < looks.size() ? timeline.occurred(looks.get(i + 1)) : Nanos.FOREVER;
            if (!new Window(interval, next).intersect(evaluation.window).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isPublished(Item item, Optional<String> version) {
        List<String> missing = history.unpublished(version, evaluation.asOf() + 1);
        if (missing.isEmpty()) {
            return true;
        }
        item.span(evaluation.window.from(), evaluation.window.to());
        item.detail("not published to " + String.join(", ", missing));
        evaluation.absent(
                item,
                PolicyReviewEvaluator.PUBLISHED,
                evaluation.window.from(),
                evaluation.window.to(),
                ReasonCode.MISSING);
        return false;
    }

    private void settleChange(PolicyHistory.Change change) {
        Item item = new Item(rule.policy() + " " + change.version(), rule.policy())
                .from(change.effectiveAt())
                .due(change.effectiveAt())
                .time(change.effectiveAt());
        change.rows().forEach(row -> item.evidence(timeline.id(row)));
        Optional<PolicyHistory.Approval> approval = history.approvalOf(change.version());
        approval.ifPresent(a -> item.at(a.approvedAt()).evidence(timeline.id(a.row())));
        if (approval.isEmpty()) {
            item.detail("the change was not approved");
            evaluation.absent(
                    item,
                    PolicyReviewEvaluator.APPROVED,
                    change.effectiveAt(),
                    Math.max(evaluation.window.to(), change.effectiveAt() + 1),
                    ReasonCode.MISSING);
        } else if (approval.get().approvedAt() > change.effectiveAt()) {
            evaluation.findings.deviation(item.detail("approved after it took effect"), ReasonCode.APPROVED_LATE);
        } else if (isPublished(item, Optional.of(change.version()))) {
            evaluation.findings.conforming(item, ReasonCode.ON_TIME);
        }
    }
}

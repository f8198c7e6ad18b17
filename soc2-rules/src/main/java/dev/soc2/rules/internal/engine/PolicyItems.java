package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.Selector;
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

    /**
     * One thing that is wrong with the policy.
     *
     * @param item its item, should it be the worst
     * @param silent what did not show up
     * @param window when it should have
     * @param reason why it deviates
     */
    private record Fault(Item item, Selector silent, Window window, ReasonCode reason) {}

    /** How much a fault weighs, from light to heavy. */
    private enum Standing {
        EXCUSED,
        LATE,
        UNDETERMINED,
        PROVEN
    }

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

    /** The worst of what is wrong with the policy is its item; an exception for one thing does not excuse another. */
    void settlePolicy() {
        List<Fault> faults = new ArrayList<>(notInForce());
        stale().forEach(s -> faults.add(stale(s)));
        unpublished(item(), Optional.empty(), evaluation.window.to()).ifPresent(faults::add);
        if (faults.isEmpty()) {
            Window window = evaluation.window;
            evaluation.findings.conforming(
                    item().span(window.from(), window.to()),
                    wasGraced() ? ReasonCode.LATE_IN_GRACE : ReasonCode.SATISFIED);
            return;
        }
        Fault worst = faults.get(0);
        Standing standing = standing(worst);
        for (Fault fault : faults.subList(1, faults.size())) {
            Standing other = standing(fault);
            if (other.compareTo(standing) > 0) {
                worst = fault;
                standing = other;
            }
        }
        if (standing == Standing.UNDETERMINED) {
            evaluation.findings.undetermined(
                    worst.item(), mayBeInForce(worst) ? ReasonCode.START_UNKNOWN : ReasonCode.SOURCE_GAP);
        } else {
            evaluation.findings.deviation(worst.item(), worst.reason());
        }
    }

    /** Whether an approval may have been in force that does not say readably from when on. */
    private boolean mayBeInForce(Fault fault) {
        return fault.reason() == ReasonCode.NOT_IN_FORCE
                && history.unreadableBefore(fault.window().to()).isPresent();
    }

    private Standing standing(Fault fault) {
        if (mayBeInForce(fault)) {
            fault.item().detail("when an approved version took effect cannot be read");
            return Standing.UNDETERMINED;
        }
        if (!evaluation.isSilenceAbsence(
                fault.item(),
                fault.silent(),
                fault.window().from(),
                fault.window().to())) {
            return Standing.UNDETERMINED;
        }
        if (evaluation.findings.excuses(fault.item())) {
            return Standing.EXCUSED;
        }
        return fault.reason().isLate() ? Standing.LATE : Standing.PROVEN;
    }

    private Item item() {
        Window window = evaluation.window;
        Item item = new Item(rule.policy(), rule.policy()).time(window.from()).whole(window);
        history.lookedAt().stream()
                .filter(row -> timeline.occurred(row) < window.to())
                .forEach(row -> item.evidence(timeline.id(row)));
        return item;
    }

    private List<Fault> notInForce() {
        Window window = evaluation.window;
        List<Window> uncovered = window.without(history.inForce());
        uncovered.forEach(evaluation.findings::notInForce);
        Window span = uncovered.isEmpty()
                ? window
                : new Window(
                        uncovered.get(0).from(),
                        uncovered.get(uncovered.size() - 1).to());
        return uncovered.stream()
                .flatMap(gap -> knownAndUnknown(gap).stream().map(part -> notInForce(gap, part, span)))
                .toList();
    }

    private Fault notInForce(Window gap, Window part, Window span) {
        return new Fault(
                item().from(part.from())
                        .time(part.from())
                        .at(gap.to() < evaluation.window.to() ? gap.to() : Nanos.NONE)
                        .span(span.from(), span.to())
                        .detail("no approved version was in force"),
                PolicyReviewEvaluator.RECORDS,
                part,
                ReasonCode.NOT_IN_FORCE);
    }

    /** An approval that does not say readably from when on it is in force leaves no doubt about the time before it. */
    private List<Window> knownAndUnknown(Window gap) {
        return history.unreadableBefore(gap.to())
                .filter(a -> a.approvedAt() > gap.from())
                .map(a -> List.of(new Window(gap.from(), a.approvedAt()), new Window(a.approvedAt(), gap.to())))
                .orElse(List.of(gap));
    }

    private Fault stale(Stale stale) {
        Item item = item().from(stale.window().from())
                .due(stale.limit())
                .time(stale.window().from())
                .span(stale.window().from(), stale.window().to())
                .detail("the last review was too old");
        stale.closedBy().ifPresent(row -> item.at(timeline.occurred(row)).evidence(timeline.id(row)));
        return new Fault(
                item,
                PolicyReviewEvaluator.RECORDS,
                stale.window(),
                stale.closedBy().isPresent() ? ReasonCode.LATE : ReasonCode.MISSING);
    }

    /** Readers whom no publication before an instant reached; a version narrows it. */
    private Optional<Fault> unpublished(Item item, Optional<String> version, long before) {
        List<String> missing = history.unpublished(version, before);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Window window = evaluation.window;
        return Optional.of(new Fault(
                item.span(window.from(), window.to()).detail("not published to " + String.join(", ", missing)),
                PolicyReviewEvaluator.PUBLISHED,
                window,
                ReasonCode.MISSING));
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

    private void settleChange(PolicyHistory.Change change) {
        Item item = new Item(rule.policy() + " " + change.version(), rule.policy())
                .from(change.effectiveAt())
                .due(change.effectiveAt())
                .time(change.effectiveAt());
        change.rows().forEach(row -> item.evidence(timeline.id(row)));
        Optional<PolicyHistory.Approval> approval = history.approvalOf(change.version());
        approval.ifPresent(a -> item.at(a.approvedAt()).evidence(timeline.id(a.row())));
        if (approval.isEmpty()) {
            notApprovedBefore(change, item.detail("the change was not approved"), ReasonCode.MISSING);
        } else if (approval.get().approvedAt() > change.effectiveAt()) {
            notApprovedBefore(change, item.detail("approved after it took effect"), ReasonCode.APPROVED_LATE);
        } else {
            unpublished(item, Optional.of(change.version()), evaluation.asOf() + 1)
                    .ifPresentOrElse(
                            fault -> evaluation.absent(
                                    item,
                                    fault.silent(),
                                    fault.window().from(),
                                    fault.window().to(),
                                    fault.reason()),
                            () -> evaluation.findings.conforming(item, ReasonCode.ON_TIME));
        }
    }

    /** An approval in time lies before the change, so what was read later says nothing of it. */
    private void notApprovedBefore(PolicyHistory.Change change, Item item, ReasonCode reason) {
        long at = change.effectiveAt();
        evaluation.absent(item, PolicyReviewEvaluator.APPROVED, Math.min(evaluation.window.from(), at), at + 1, reason);
    }
}

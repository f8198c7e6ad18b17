package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the changes of one rule: which items it could be, which evidence, of which time. */
final class RuleChanges {

    private final String control;
    private final String test;
    private final Rule rule;
    private final List<Selector> population;
    private final List<ItemResult> items;
    private final List<Reason> stops;

    RuleChanges(String control, String path, PlannedRule.One planned, List<ItemResult> items, List<Reason> stops) {
        this.control = control;
        this.test = path.substring(control.length() + 1);
        this.rule = planned.rule();
        this.population = planned.population();
        this.items = items;
        this.stops = stops;
    }

    Change name(Lever lever, long n) {
        return switch (lever) {
            case FEWER_DEVIATIONS -> fewer(n);
            case DETERMINE -> determine(n);
            case EXCEPTIONS_REFUSED -> change(lever.kind, n, of(ItemOutcome.EXCUSED, i -> true), "");
            case POPULATION_PROOF -> change(lever.kind, 1, List.of(), RuleEvidence.words(population));
            case HEARTBEAT ->
                change(
                        lever.kind,
                        1,
                        List.of(),
                        RuleEvidence.heartbeat(rule)
                                .map(of -> RuleEvidence.words(List.of(of)))
                                .orElse(""));
            case OCCURRENCE -> change(lever.kind, 1, List.of(), RuleEvidence.words(occurring()));
            case SETTLE ->
                change(
                        lever.kind,
                        1,
                        List.of(),
                        stops.stream().map(Reason::text).distinct().collect(Collectors.joining("; ")));
            case MORE_DEVIATIONS, NOT_SYSTEMIC, SYSTEMIC -> change(lever.kind, n, List.of(), "");
        };
    }

    private List<Selector> occurring() {
        return population.isEmpty() ? RuleEvidence.shows(rule) : population;
    }

    /** What is missing may still be found; else a deviation would have to be none. Late ones come last. */
    private Change fewer(long n) {
        List<ItemResult> silent = of(
                ItemOutcome.DEVIATION,
                i -> i.reason() == ReasonCode.MISSING
                        || i.reason() == ReasonCode.UNMATCHED_LEFT
                        || i.reason() == ReasonCode.STEP_MISSING);
        return silent.size() >= n
                ? change(ChangeKind.EVIDENCE_OF, n, silent, RuleEvidence.words(RuleEvidence.shows(rule)))
                : change(ChangeKind.FEWER_DEVIATIONS, n, of(ItemOutcome.DEVIATION, i -> true), "");
    }

    private Change determine(long n) {
        List<ItemResult> unread = of(ItemOutcome.UNDETERMINED, i -> i.reason() == ReasonCode.SOURCE_GAP);
        if (unread.size() < n) {
            return change(ChangeKind.DETERMINE, n, of(ItemOutcome.UNDETERMINED, i -> true), "");
        }
        return new Change(
                ChangeKind.SOURCE_COVERAGE,
                control,
                test,
                n,
                ids(unread),
                RuleEvidence.words(RuleEvidence.shows(rule)),
                unread.stream().flatMap(i -> i.from().stream()).min(Comparator.naturalOrder()),
                unread.stream().flatMap(RuleChanges::end).max(Comparator.naturalOrder()));
    }

    private static Stream<Instant> end(ItemResult item) {
        return item.due().or(item::at).or(item::from).stream();
    }

    private List<ItemResult> of(ItemOutcome outcome, Predicate<ItemResult> which) {
        return items.stream()
                .filter(i -> i.outcome() == outcome && which.test(i))
                .sorted(Comparator.comparing(ItemResult::isLateDeviation))
                .toList();
    }

    private Change change(ChangeKind kind, long n, List<ItemResult> candidates, String about) {
        return Change.of(kind, control, test, n, ids(candidates), about);
    }

    private static List<String> ids(List<ItemResult> candidates) {
        return candidates.stream().limit(Change.NAMED).map(ItemResult::id).toList();
    }
}

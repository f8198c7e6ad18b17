package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RecommendedAction;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.FreshnessRule;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.RollingRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about one test of a control, from its rule and what it found. */
final class TestAdvice {

    private static final int NAMED = 3;

    private final ControlResult control;
    private final String test;
    private final Rule rule;
    private final List<Selector> population;
    private final ZoneId zone;
    private final List<Advice> advice = new ArrayList<>();

    /**
     * Something to do about a test.
     *
     * @param action the kind of action
     * @param what what to do
     * @param evidence evidence that is asked for
     * @param items items that it is about
     */
    record Advice(RecommendedAction action, String what, List<Selector> evidence, List<ItemResult> items) {
        Advice {
            evidence = List.copyOf(evidence);
            items = List.copyOf(items);
        }
    }

    private TestAdvice(ControlResult control, String test, PlannedRule rule, ZoneId zone) {
        this.control = control;
        this.test = test;
        this.rule = rule.rule();
        this.population = rule.population();
        this.zone = zone;
    }

    /** About a test over a period. */
    static List<Advice> of(ControlResult control, TestResult result, PlannedRule rule, ZoneId zone) {
        TestAdvice all = new TestAdvice(control, result.id(), rule, zone);
        OperatingConclusion conclusion = result.effectiveConclusion();
        if (conclusion == OperatingConclusion.EFFECTIVE
                || conclusion == OperatingConclusion.DID_NOT_OPERATE
                || conclusion == OperatingConclusion.NOT_APPLICABLE) {
            return List.of();
        }
        all.reasons(result.procedure(), result.reasons());
        if (asks(result, ChangeKind.SETTLE)) {
            all.orphans(result.items());
        }
        if (asks(result, ChangeKind.POPULATION_PROOF) && all.none(RecommendedAction.RECONCILE_POPULATION)) {
            all.add(
                    RecommendedAction.PROVE_POPULATION,
                    "record a population export of " + all.words(all.population) + " covering " + all.days()
                            + ", with query, rows and digest",
                    all.population,
                    List.of());
        }
        all.items(result.items(), true);
        all.nothing(result.counts().evaluated());
        return all.advice;
    }

    /** About an inspection at an instant. */
    static List<Advice> of(ControlResult control, InspectionResult result, PlannedRule rule, ZoneId zone) {
        TestAdvice all = new TestAdvice(control, result.id(), rule, zone);
        if (Scale.IMPLEMENTED.isGood(result.implementedAsOf())) {
            return List.of();
        }
        all.reasons(result.procedure(), result.reasons());
        all.items(result.items(), false);
        all.nothing(result.counts().evaluated());
        return all.advice;
    }

    private void reasons(TestProcedure procedure, List<Reason> reasons) {
        if (procedure == TestProcedure.INQUIRY || has(reasons, ReasonCode.INQUIRY_ONLY)) {
            add(
                    RecommendedAction.INSPECT_OR_REPERFORM,
                    "inspect or reperform " + control.id() + " and record the test; asking shows what people believe",
                    RuleEvidence.shows(rule),
                    List.of());
        }
        texts(reasons, ReasonCode.RULE_ERROR)
                .ifPresent(text -> add(
                        RecommendedAction.MEND_RULE,
                        "mend the rule of " + name() + ", which failed: " + text,
                        List.of(),
                        List.of()));
        texts(reasons, ReasonCode.CALENDAR_UNKNOWN)
                .ifPresent(text -> add(
                        RecommendedAction.MEND_RULE,
                        "declare the calendar of " + name() + ": " + text,
                        List.of(),
                        List.of()));
        texts(reasons, ReasonCode.IPE_FAILED)
                .ifPresent(text -> add(
                        RecommendedAction.RECONCILE_POPULATION,
                        "find out why the population of " + name() + " differs from its record (" + text
                                + "), and record it anew",
                        population,
                        List.of()));
    }

    private static boolean asks(TestResult result, ChangeKind kind) {
        return result.flips().stream().flatMap(f -> f.changes().stream()).anyMatch(c -> c.kind() == kind);
    }

    private void orphans(List<ItemResult> items) {
        List<ItemResult> orphans = of(items, ItemOutcome.OUT_OF_SCOPE, i -> i.reason() == ReasonCode.ORPHAN_RIGHT);
        if (!orphans.isEmpty()) {
            add(
                    RecommendedAction.RECONCILE_POPULATION,
                    "reconcile the two populations of " + name() + ": " + count(orphans.size())
                            + " without a counterpart, " + named(orphans),
                    population,
                    orphans);
        }
    }

    private void items(List<ItemResult> items, boolean period) {
        List<ItemResult> unread = of(items, ItemOutcome.UNDETERMINED, i -> i.reason() == ReasonCode.SOURCE_GAP);
        if (!unread.isEmpty()) {
            add(
                    RecommendedAction.READ_SOURCE,
                    "collect evidence of " + words(RuleEvidence.shows(rule)) + " for " + span(unread)
                            + ", with a source.coverage record; it decides " + count(unread.size()) + ", "
                            + named(unread),
                    RuleEvidence.shows(rule),
                    unread);
        }
        List<ItemResult> open = of(items, ItemOutcome.UNDETERMINED, i -> i.reason() != ReasonCode.SOURCE_GAP);
        if (!open.isEmpty()) {
            add(
                    RecommendedAction.DETERMINE_ITEMS,
                    "settle " + count(open.size()) + " that cannot be determined (" + codes(open) + "): " + named(open),
                    RuleEvidence.shows(rule),
                    open);
        }
        List<ItemResult> silent = of(items, ItemOutcome.DEVIATION, TestAdvice::isSilent);
        if (!silent.isEmpty()) {
            silent(silent, period);
        }
        List<ItemResult> wrong = of(items, ItemOutcome.DEVIATION, i -> !isSilent(i));
        if (!wrong.isEmpty()) {
            add(
                    RecommendedAction.FIX_ITEMS,
                    "look into " + count(wrong.size()) + " (" + codes(wrong) + "), mend what let them happen"
                            + (period ? " and record an analysis of the cause" : "") + ": " + named(wrong),
                    List.of(),
                    wrong);
        }
    }

    /** What is past cannot be done any more; evidence that it was done may still be found. */
    private void silent(List<ItemResult> silent, boolean period) {
        boolean recurring = rule instanceof CalendarRule
                || rule instanceof RollingRule
                || rule instanceof FreshnessRule
                || rule instanceof PolicyReviewRule;
        String found = "collect " + words(RuleEvidence.shows(rule)) + of(silent) + " if it was done in time";
        if (!period) {
            add(RecommendedAction.COLLECT_EVIDENCE, found, RuleEvidence.shows(rule), silent);
        } else if (recurring) {
            String subjects = silent.stream()
                    .map(ItemResult::subject)
                    .filter(s -> !s.isEmpty() && !s.equals("*"))
                    .distinct()
                    .limit(NAMED)
                    .collect(Collectors.joining(", "));
            add(
                    RecommendedAction.PERFORM_CONTROL,
                    found + "; else record an analysis, since a past time cannot be repaired, and perform "
                            + control.id() + (subjects.isEmpty() ? "" : " for " + subjects) + " when it is next due",
                    RuleEvidence.shows(rule),
                    silent);
        } else {
            add(
                    RecommendedAction.COLLECT_EVIDENCE,
                    found + "; else mend what let them be missed and record an analysis of the cause",
                    RuleEvidence.shows(rule),
                    silent);
        }
    }

    private void nothing(long evaluated) {
        if (evaluated == 0 && advice.isEmpty()) {
            List<Selector> asked = population.isEmpty() ? RuleEvidence.shows(rule) : population;
            add(
                    RecommendedAction.COLLECT_EVIDENCE,
                    "collect " + words(asked) + " for " + days() + ": nothing was found",
                    asked,
                    List.of());
        }
    }

    /** Nothing was found, be it that something should have been there or that nothing keeps it valid or in force. */
    private static boolean isSilent(ItemResult item) {
        return item.reason().isSilence()
                || (!item.reason().isLate() && item.evidence().isEmpty());
    }

    private static boolean has(List<Reason> reasons, ReasonCode code) {
        return reasons.stream().anyMatch(r -> r.code() == code);
    }

    private static Optional<String> texts(List<Reason> reasons, ReasonCode code) {
        List<String> texts =
                reasons.stream().filter(r -> r.code() == code).map(Reason::text).toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts));
    }

    private static List<ItemResult> of(List<ItemResult> items, ItemOutcome outcome, Predicate<ItemResult> which) {
        return items.stream()
                .filter(i -> i.outcome() == outcome && which.test(i))
                .toList();
    }

    private static String codes(List<ItemResult> items) {
        Map<ReasonCode, Long> counts = new EnumMap<>(ReasonCode.class);
        items.forEach(i -> counts.merge(i.reason(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String named(List<ItemResult> items) {
        return items.stream().limit(NAMED).map(ItemResult::id).collect(Collectors.joining(", "))
                + (items.size() > NAMED ? " and " + (items.size() - NAMED) + " more" : "");
    }

    /** An asterisk stands for a rule that tells no subjects apart. */
    private static String of(List<ItemResult> items) {
        return items.stream().allMatch(i -> i.id().equals("*")) ? "" : " of " + named(items);
    }

    private static String count(int items) {
        return items + (items == 1 ? " item" : " items");
    }

    private String span(List<ItemResult> items) {
        Optional<Instant> from = items.stream().flatMap(i -> i.from().stream()).min(Comparator.naturalOrder());
        Optional<Instant> to = items.stream()
                .flatMap(i -> Stream.of(i.due(), i.at(), i.from()).flatMap(Optional::stream))
                .max(Comparator.naturalOrder());
        return from.isEmpty() || to.isEmpty() ? days() : days(from.get(), to.get());
    }

    private String days() {
        return days(control.from(), control.to().minusNanos(1));
    }

    private String days(Instant from, Instant last) {
        String first = from.atZone(zone).toLocalDate().toString();
        String end = last.atZone(zone).toLocalDate().toString();
        return first.equals(end) ? first : first + " to " + end;
    }

    private String name() {
        return control.id() + "/" + test;
    }

    private String words(List<Selector> selectors) {
        return selectors.isEmpty() ? "evidence" : RuleEvidence.words(selectors);
    }

    private boolean none(RecommendedAction action) {
        return advice.stream().noneMatch(a -> a.action() == action);
    }

    private void add(RecommendedAction action, String what, List<Selector> evidence, List<ItemResult> items) {
        advice.add(new Advice(action, what, evidence, items));
    }
}

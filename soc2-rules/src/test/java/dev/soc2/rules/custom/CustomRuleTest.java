package dev.soc2.rules.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.spi.RuleProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What the engine owns, whatever a rule in Java says. */
class CustomRuleTest {

    private static final Needs CLOSED =
            Needs.of("ledger.closed").and("reconciliation.completed").fields("attributes.total");
    private static final Engagement YEAR = Engagement.typeII("acme-2025", "Acme Payroll")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
            .asOf(Instant.parse("2026-01-31T00:00:00Z"))
            .build();

    private record Rule(Needs needs, BiConsumer<Timeline, Outcomes> judge) implements CustomRule {
        @Override
        public String words() {
            return "a rule of this test";
        }

        @Override
        public void evaluate(Timeline timeline, Outcomes outcomes) {
            judge.accept(timeline, outcomes);
        }
    }

    private record Named(String name, CustomRule rule) implements RuleProvider {
        @Override
        public CustomRule create(RuleParameters parameters) {
            return rule;
        }
    }

    private static Assessor assessor(String rule, RuleProvider... providers) {
        String pack = "pack: p\nversion: '1'\ncontrols:\n  - {id: C1, title: t, criteria: [CC8.1], nature: DETECTIVE,"
                + " execution: AUTOMATED, frequency: EVENT, key: true, tests: [{id: T1, procedure: INSPECTION, rule: "
                + rule + "}]}\n";
        return Assessor.with(PackDocuments.read("p.yaml", pack.getBytes(StandardCharsets.UTF_8)))
                .rules(providers)
                .keepingConformingItems();
    }

    private static TestResult test(Needs needs, List<Evidence> evidence, BiConsumer<Timeline, Outcomes> judge) {
        return assessor("{kind: CUSTOM, name: own}", new Named("own", new Rule(needs, judge)))
                .assess(YEAR, (query, sink) -> evidence.forEach(sink::accept))
                .control("C1")
                .tests()
                .get(0);
    }

    private static Evidence closed(String id, String subject, String at) {
        return Evidence.of(id, "ledger.closed", subject, Instant.parse(at), "erp")
                .build();
    }

    private static Evidence reconciled(String id, String subject, String at) {
        return Evidence.of(id, "reconciliation.completed", subject, Instant.parse(at), "erp")
                .build();
    }

    private static final List<Evidence> TWO =
            List.of(closed("c1", "eu", "2025-03-01T20:00:00Z"), closed("c2", "eu", "2025-04-01T20:00:00Z"));

    private static void failed(TestResult test, String why) {
        assertThat(test.conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(test.reasons()).extracting(Reason::code).containsExactly(ReasonCode.RULE_ERROR);
        assertThat(test.reasons().get(0).text()).contains(why);
    }

    private static void is(TestResult test, String item, ItemOutcome outcome, ReasonCode reason) {
        assertThat(test.item(item)).hasValueSatisfying(found -> {
            assertThat(found.outcome()).isEqualTo(outcome);
            assertThat(found.reason()).isEqualTo(reason);
        });
    }

    @Test
    void aRuleCannotPassByForgetting() {
        TestResult test = test(
                CLOSED,
                TWO,
                (timeline, outcomes) -> outcomes.conforming(timeline.items().get(0)));

        is(test, "c1", ItemOutcome.CONFORMING, ReasonCode.SATISFIED);
        is(test, "c2", ItemOutcome.UNDETERMINED, ReasonCode.RULE_ERROR);
        assertThat(test.conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void twoOutcomesAreNone() {
        TestResult test = test(
                CLOSED,
                TWO,
                (timeline, outcomes) -> timeline.items().forEach(item -> {
                    outcomes.conforming(item);
                    outcomes.deviation(item, ReasonCode.PREDICATE_FALSE);
                }));

        assertThat(test.counts().undetermined()).isEqualTo(2);
        is(test, "c1", ItemOutcome.UNDETERMINED, ReasonCode.RULE_ERROR);
    }

    @Test
    void aRuleThatThrowsFailsItsTest() {
        failed(
                test(CLOSED, TWO, (timeline, outcomes) -> {
                    outcomes.conforming(timeline.items().get(0));
                    throw new IllegalStateException("no luck");
                }),
                "no luck");
        failed(
                test(CLOSED, TWO, (timeline, outcomes) -> {
                    throw new StackOverflowError();
                }),
                "StackOverflowError");
    }

    @Test
    void whatIsNotDeclaredIsNotRead() {
        failed(
                test(CLOSED, TWO, (timeline, outcomes) -> timeline.of("hr.terminated")),
                "the rule reads records of hr.terminated and does not declare the type");
        failed(
                test(
                        CLOSED,
                        TWO,
                        (timeline, outcomes) -> timeline.items().get(0).text("attributes.currency")),
                "the rule reads attributes.currency and does not declare the field");
    }

    @Test
    void onlyItemsOfTheTimelineHaveOutcomes() {
        List<Evidence> evidence = new ArrayList<>(TWO);
        evidence.add(reconciled("r1", "eu", "2025-03-01T21:00:00Z"));
        failed(
                test(
                        CLOSED,
                        evidence,
                        (timeline, outcomes) -> outcomes.conforming(
                                timeline.of("reconciliation.completed").get(0))),
                "r1 is no item of the rule");

        List<Entry> kept = new ArrayList<>();
        List<Evidence> keys =
                List.of(closed("c1", "eu", "2025-03-01T20:00:00Z"), closed("c2", "us", "2025-03-01T20:00:00Z"));
        failed(
                test(CLOSED, keys, (timeline, outcomes) -> {
                    kept.addAll(timeline.items());
                    outcomes.conforming(kept.get(0));
                }),
                "c1 is no record of the timeline");
    }

    @Test
    void whatLiesOutsideTheWindowIsOfAnotherReport() {
        List<Evidence> evidence =
                List.of(closed("c0", "eu", "2024-12-31T23:00:00Z"), closed("c1", "eu", "2025-01-01T00:00:00Z"));

        TestResult test = test(
                CLOSED,
                evidence,
                (timeline, outcomes) -> timeline.of("ledger.closed").forEach(item -> outcomes.conforming(item)));

        is(test, "c0", ItemOutcome.OUT_OF_SCOPE, ReasonCode.OUTSIDE_WINDOW);
        is(test, "c1", ItemOutcome.CONFORMING, ReasonCode.SATISFIED);
        assertThat(test.population().count()).isEqualTo(1);
    }

    @Test
    void anExceptionExcusesADeviation() {
        List<Evidence> evidence = new ArrayList<>(TWO);
        evidence.add(Evidence.of("x", "exception.approved", "c2", Instant.parse("2025-01-10T00:00:00Z"), "grc")
                .with("from", "2025-01-01")
                .with("to", "2025-12-31")
                .build());

        TestResult test = test(
                CLOSED,
                evidence,
                (timeline, outcomes) ->
                        timeline.items().forEach(item -> outcomes.deviation(item, ReasonCode.PREDICATE_FALSE)));

        is(test, "c1", ItemOutcome.DEVIATION, ReasonCode.PREDICATE_FALSE);
        is(test, "c2", ItemOutcome.EXCUSED, ReasonCode.EXCUSED_BEFORE_DUE);
    }

    @Test
    void whatIsMissingIsPendingLateOrUnread() {
        List<Evidence> evidence = new ArrayList<>(List.of(
                closed("c1", "eu", "2025-12-31T20:00:00Z"),
                closed("c2", "us", "2025-03-01T20:00:00Z"),
                closed("c3", "uk", "2025-06-01T20:00:00Z"),
                reconciled("r2", "us", "2025-05-01T20:00:00Z"),
                Evidence.of("gap", "source.coverage", "erp", Instant.parse("2025-07-01T00:00:00Z"), "erp")
                        .with("source", "erp")
                        .with("from", "2025-06-10")
                        .with("to", "2025-06-11")
                        .with("status", "DOWN")
                        .build()));

        TestResult test = test(CLOSED, evidence, (timeline, outcomes) -> {
            for (Entry item : timeline.items()) {
                Instant due = item.at().plus(Duration.ofDays(31));
                timeline.firstAfter(item, "reconciliation.completed")
                        .ifPresentOrElse(
                                done -> outcomes.late(item, due, done),
                                () -> outcomes.missing(item, "reconciliation.completed", due));
            }
        });

        // Due 2026-01-31T20:00Z, and it is 2026-01-31T00:00Z.
        is(test, "c1", ItemOutcome.PENDING, ReasonCode.NOT_YET_DUE);
        is(test, "c2", ItemOutcome.DEVIATION, ReasonCode.LATE);
        is(test, "c3", ItemOutcome.UNDETERMINED, ReasonCode.SOURCE_GAP);
    }

    @Test
    void whatIsDueIsNotPendingAndWhatIsInTimeIsNotLate() {
        failed(
                test(
                        CLOSED,
                        TWO,
                        (timeline, outcomes) ->
                                outcomes.pending(timeline.items().get(0), timeline.asOf())),
                "is not pending at 2026-01-31T00:00:00Z");
        failed(
                test(
                        CLOSED,
                        TWO,
                        (timeline, outcomes) -> outcomes.late(
                                timeline.items().get(0),
                                timeline.items().get(1).at(),
                                timeline.items().get(1))),
                "which is not late");
        failed(
                test(
                        CLOSED,
                        TWO,
                        (timeline, outcomes) ->
                                outcomes.deviation(timeline.items().get(0), ReasonCode.MISSING)),
                "MISSING is no reason that a record shows");
    }

    @Test
    void aRecordThatMayBelongToAKeyLeavesItOpen() {
        List<Evidence> evidence = new ArrayList<>(TWO);
        evidence.add(reconciled("r1", "eu", "2025-03-01T21:00:00Z"));
        Needs doubtful = Needs.of("ledger.closed")
                .and(Selector.of("reconciliation.completed").where("attributes.breaks == 0"));

        TestResult test = test(
                doubtful, evidence, (timeline, outcomes) -> timeline.items().forEach(outcomes::conforming));

        is(test, "c1", ItemOutcome.UNDETERMINED, ReasonCode.EXPRESSION_ERROR);
        assertThat(test.item("c1").orElseThrow().detail()).contains("r1");
    }

    @Test
    void anItemWithoutItsKeyIsUndetermined() {
        TestResult test = test(
                CLOSED.keyedBy("attributes.total"),
                TWO,
                (timeline, outcomes) -> timeline.items().forEach(outcomes::conforming));

        is(test, "c1", ItemOutcome.UNDETERMINED, ReasonCode.EXPRESSION_ERROR);
        assertThat(test.counts().conforming()).isZero();
    }

    @Test
    void allRecordsMayFormOneTimeline() {
        List<Evidence> keys =
                List.of(closed("c1", "eu", "2025-03-01T20:00:00Z"), closed("c2", "us", "2025-02-01T20:00:00Z"));
        List<String> seen = new ArrayList<>();

        test(CLOSED.together(), keys, (timeline, outcomes) -> timeline.entries().forEach(e -> seen.add(e.id())));

        assertThat(seen).containsExactly("c2", "c1");
    }

    @Test
    void anEmptyPopulationIsNoSuccess() {
        assertThat(test(CLOSED, List.of(), (timeline, outcomes) -> {}).conclusion())
                .isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void aNameThatNobodyBringsIsToldWithThoseThereAre() {
        RuleProvider nightly = new NightlyReconciliation.Provider();

        assertThatThrownBy(() -> assessor("{kind: ANY_OF, rules: [{kind: CUSTOM, name: acme.nigthly}]}", nightly)
                        .assess(YEAR, (query, sink) -> {}))
                .hasMessageContaining("C1/T1/1: SOC2-A020: no provider of rules is named 'acme.nigthly'")
                .hasMessageContaining("use one of acme.nightly-reconciliation");
        assertThatThrownBy(() -> assessor("{kind: ATTESTED}", nightly, nightly)).hasMessageContaining("SOC2-A021");
    }

    @Test
    void everyFaultOfItsParametersIsTold() {
        assertThatThrownBy(() -> assessor(
                                "{kind: CUSTOM, name: acme.nightly-reconciliation, params: {limt: PT12H}}",
                                new NightlyReconciliation.Provider())
                        .assess(YEAR, (query, sink) -> {}))
                .hasMessageContaining("SOC2-A022: the rule needs the parameter 'limit'")
                .hasMessageContaining("SOC2-A022: the rule has no parameter 'limt'");
        assertThatThrownBy(() -> assessor(
                                "{kind: CUSTOM, name: acme.nightly-reconciliation, params: {limit: soon}}",
                                new NightlyReconciliation.Provider())
                        .assess(YEAR, (query, sink) -> {}))
                .hasMessageContaining("'limit' wants an elapsed time such as PT12H");
        RuleProvider broken = new RuleProvider() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public CustomRule create(RuleParameters parameters) {
                throw new IllegalStateException("no luck");
            }
        };
        assertThatThrownBy(
                        () -> assessor("{kind: CUSTOM, name: broken}", broken).assess(YEAR, (query, sink) -> {}))
                .hasMessageContaining("SOC2-A025")
                .hasMessageContaining("no luck");
    }

    @Test
    void theRuleStandsInTheResultInWords() {
        TestResult test = assessor(
                        "{kind: CUSTOM, name: acme.nightly-reconciliation, params: {limit: PT12H}}",
                        new NightlyReconciliation.Provider())
                .assess(YEAR, (query, sink) -> TWO.forEach(sink::accept))
                .control("C1")
                .tests()
                .get(0);

        assertThat(test.ruleKind()).isEqualTo("CUSTOM");
        assertThat(test.rule())
                .isEqualTo("acme.nightly-reconciliation with limit PT12H: each closed ledger is reconciled within PT12H"
                        + " to the same total");
        assertThat(test.counts().deviations()).isEqualTo(2);
    }

    @Test
    void aParameterOfAnEngagementStandsInForThatOfThePack() {
        Engagement tailored = YEAR.toBuilder()
                .tailor(new Tailoring("C1", "T1", "params/limit", AttributeValue.of("PT1H")))
                .build();

        var assessment = assessor(
                        "{kind: CUSTOM, name: acme.nightly-reconciliation, params: {limit: PT12H}}",
                        new NightlyReconciliation.Provider())
                .assess(tailored, (query, sink) -> {});

        assertThat(assessment.control("C1").tests().get(0).rule()).contains("with limit PT1H");
        assertThat(assessment.notices()).anyMatch(n -> n.text().contains("C1/T1: params/limit differs from the pack"));
    }
}

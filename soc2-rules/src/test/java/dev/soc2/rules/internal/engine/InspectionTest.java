package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ItemResult;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each rule kind shows at one instant: the end of 30 June 2025, local time of UTC (reference 6.13). */
class InspectionTest {

    private static final Instant END = Instant.parse("2025-07-01T00:00:00Z");
    private static final Engagement JUNE = Engagement.typeII("i", "I")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30), ZoneId.of("UTC"))
            .asOf(END)
            .build();

    private static List<String> shown(String rule, Evidence... records) {
        String text = "{pack: p, version: '1', criteria: tsc-2017-rev-2022, controls: [{id: C1, title: T,"
                + " criteria: [CC6.1], nature: DETECTIVE, execution: MANUAL, frequency: MONTHLY, tests: [{id: T1,"
                + " procedure: INSPECTION, rule: " + rule + "}]}]}";
        RulePack pack = PackDocuments.read("p.yaml", text.getBytes(StandardCharsets.UTF_8));
        Plan plan = new Plan(JUNE, CriteriaDocument.builtIn(), List.of(pack), List.of(), Optional.empty(), END);
        EvidenceState state = plan.newState();
        List.of(records).forEach(state::add);
        long end = Nanos.of(END);
        Window instant = new Window(end - 1, end);
        Scene scene = new Scene(JUNE, state.freeze(), new Instants(end, ZoneId.of("UTC")), plan.conditions);
        Findings findings = new Findings(scene, "C1", "", instant, true);
        PlannedRule.One planned =
                (PlannedRule.One) plan.controls.get(0).tests().get(0).rule();
        planned.evaluator().inspect(new Evaluation(scene, instant, instant, findings));
        return findings.items().stream().map(InspectionTest::words).toList();
    }

    private static String words(ItemResult item) {
        return item.id() + " " + item.outcome() + " " + item.reason();
    }

    private static Evidence record(String id, String type, String subject, String at) {
        return Evidence.of(id, type, subject, Instant.parse(at + "T12:00:00Z"), "s")
                .build();
    }

    private static final String QUARTERLY = "{kind: CADENCE, of: {type: a.done}, every: QUARTER, grace: P10D}";

    @Test
    void aCadenceIsNotOverdueWhenTheNewestSlotThatIsOverWasPerformed() {
        assertThat(shown(QUARTERLY, record("r", "a.done", "s", "2025-02-10")))
                .containsExactly("2025-Q1 CONFORMING ON_TIME");
        assertThat(shown(QUARTERLY, record("r", "a.done", "s", "2025-06-10")))
                .containsExactly("2025-Q1 CONFORMING ON_TIME");
    }

    @Test
    void aCadenceIsOverdueWhenNothingWasDoneSinceTheSlotBefore() {
        assertThat(shown(QUARTERLY, record("r", "a.done", "s", "2024-12-31")))
                .containsExactly("2025-Q1 DEVIATION MISSING");
        assertThat(shown(QUARTERLY)).containsExactly("2025-Q1 DEVIATION MISSING");
    }

    @Test
    void aCadenceAsksNothingOfWhatIsYoungerThanOneSlot() {
        assertThat(shown(
                        QUARTERLY.replace("}, every", "}, perSubject: {type: a.born}, every"),
                        record("b", "a.born", "s", "2025-05-01")))
                .isEmpty();
    }

    @Test
    void aRollingCadenceIsMeasuredFromItsLastOccurrence() {
        // P92D from 2025-03-30T12:00Z ends on 2025-06-30T12:00Z, half a day before the instant; P1D of grace saves it.
        String rolling = "{kind: CADENCE, mode: ROLLING, of: {type: a.done}, every: P92D}";
        Evidence done = record("r", "a.done", "s", "2025-03-30");

        assertThat(shown(rolling, done)).containsExactly("gap 2025-03-30T12:00:00Z DEVIATION MISSING");
        assertThat(shown(rolling.replace("P92D", "P92D, grace: P1D"), done))
                .containsExactly("gap 2025-03-30T12:00:00Z CONFORMING ON_TIME");
        assertThat(shown(rolling)).containsExactly("gap DEVIATION MISSING");
    }

    @Test
    void onePredicateIsWalkedThroughOnTheNewestRecord() {
        String rule = "{kind: ATTRIBUTE, of: {type: a.done}, require: \"subject == 'good'\"}";

        assertThat(shown(
                        rule,
                        record("r1", "a.done", "bad", "2025-02-01"),
                        record("r2", "a.done", "good", "2025-03-01")))
                .containsExactly("r2 CONFORMING SATISFIED");
        assertThat(shown(rule)).isEmpty();
    }

    @Test
    void theNewestMemberThatIsDueHasItsMatch() {
        String rule =
                "{kind: COMPLETENESS, left: {type: a.left}, right: {type: a.gone}, match: [subject], within: P30D}";
        Evidence first = record("l1", "a.left", "u1", "2025-03-01");
        Evidence second = record("l2", "a.left", "u2", "2025-06-15");

        assertThat(shown(rule, first, second, record("g1", "a.gone", "u1", "2025-03-02")))
                .containsExactly("l1 CONFORMING ON_TIME");
        assertThat(shown(rule, first, second)).containsExactly("l1 DEVIATION UNMATCHED_LEFT");
        assertThat(shown(rule)).isEmpty();
    }

    @Test
    void standingPopulationsMatchAtTheInstant() {
        String rule =
                "{kind: COMPLETENESS, left: {type: a.seen}, right: {type: a.known}, match: [subject], at: QUARTER}";

        assertThat(shown(
                        rule,
                        record("s1", "a.seen", "db", "2025-05-01"),
                        record("s2", "a.seen", "web", "2025-05-01"),
                        record("k1", "a.known", "db", "2025-01-01")))
                .containsExactly("2025-Q2 db CONFORMING SATISFIED", "2025-Q2 web DEVIATION UNMATCHED_LEFT");
    }

    @Test
    void aFigureIsMeasuredWhateverItSays() {
        String rule = "{kind: THRESHOLD, of: {type: a.load}, value: attributes.ms, aggregate: MAX, window: MONTH,"
                + " op: '<=', target: 5}";
        Evidence may = Evidence.of("m", "a.load", "s", Instant.parse("2025-05-03T00:00:00Z"), "s")
                .with("ms", AttributeValue.of(9))
                .build();
        Evidence broken = record("b", "a.load", "s", "2025-06-02");

        assertThat(shown(rule, may)).containsExactly("2025-05 CONFORMING SATISFIED");
        assertThat(shown(rule, broken)).containsExactly("2025-06 UNDETERMINED EXPRESSION_ERROR");
        assertThat(shown(rule)).containsExactly("2025-06 UNDETERMINED NEVER_OBSERVED");
    }

    @Test
    void aHumanTestSpeaksOfTheInstant() {
        Evidence test = Evidence.of("t", "control.test", "C1", Instant.parse("2025-06-30T12:00:00Z"), "s")
                .with("procedures", List.of("INSPECTION"))
                .with("tester", "ann")
                .with("items", 2)
                .with("deviations", 1)
                .with("from", "2025-06-01")
                .with("to", "2025-06-30")
                .build();

        assertThat(shown("{kind: ATTESTED}", test))
                .containsExactly("t deviation 1 DEVIATION PREDICATE_FALSE", "t item 1 CONFORMING SATISFIED");
        assertThat(shown("{kind: ATTESTED}")).isEmpty();
    }
}

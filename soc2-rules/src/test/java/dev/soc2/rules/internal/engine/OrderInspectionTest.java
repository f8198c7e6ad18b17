package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.internal.timeline.Nanos;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What orders, occurrences and prohibitions show at one instant, which is all that a Type I asks. */
class OrderInspectionTest {

    private static final Instant INSTANT = Instant.parse("2025-07-01T00:00:00Z");

    private static List<String> inspected(String rule, Evidence... records) {
        String pack = """
                pack: one
                version: 1.0.0
                license: Apache-2.0
                criteria: tsc-2017-rev-2022
                controls:
                  - id: ONE-01
                    title: One
                    criteria: [CC8.1]
                    nature: PREVENTIVE
                    execution: MANUAL
                    frequency: EVENT
                    tests:
                      - {id: T1, procedure: INSPECTION, rule: %s}
                """.replace("%s", rule);
        Engagement year = Engagement.typeII("i", "Inspection")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .asOf(INSTANT)
                .build();
        Plan plan = new Plan(
                year,
                CriteriaDocument.builtIn(),
                List.of(PackDocuments.read("one.yaml", pack.getBytes(StandardCharsets.UTF_8))),
                List.of(),
                Optional.empty(),
                INSTANT);
        EvidenceState state = plan.newState();
        List.of(records).forEach(state::add);
        long instant = Nanos.of(INSTANT);
        Scene scene = new Scene(year, state.freeze(), new Instants(instant, ZoneOffset.UTC), plan.conditions);
        Window window = new Window(instant - 1, instant);
        Findings findings = new Findings(scene, "ONE-01", "", window, true);
        PlannedRule.One planned =
                (PlannedRule.One) plan.controls.get(0).tests().get(0).rule();
        planned.evaluator().inspect(new Evaluation(scene, window, window, findings));
        return findings.items().stream()
                .map(item -> item.id() + " " + item.outcome() + " " + item.reason())
                .toList();
    }

    private static Evidence record(String id, String type, String subject, String at) {
        return Evidence.of(id, type, subject, Instant.parse(at), "s").build();
    }

    private static final String ORDER =
            "{kind: ORDERING, item: {type: a.done}, emergency: \"subject == 'C0'\", steps: ["
                    + "{name: asked, of: {type: a.asked}, match: [subject]}, {name: done, of: {type: a.done}, match: [subject]}]}";

    @Test
    void theLatestItemIsWalkedThrough() {
        Evidence asked = record("a1", "a.asked", "C1", "2025-06-01T00:00:00Z");
        Evidence done = record("d1", "a.done", "C1", "2025-06-02T00:00:00Z");
        Evidence emergency = record("d0", "a.done", "C0", "2025-06-04T00:00:00Z");

        assertThat(inspected(ORDER, asked, done, emergency)).containsExactly("d1 CONFORMING SATISFIED");
        assertThat(inspected(ORDER, asked, done, record("d2", "a.done", "C2", "2025-06-03T00:00:00Z")))
                .containsExactly("d2 DEVIATION STEP_MISSING");
        assertThat(inspected(ORDER)).isEmpty();
    }

    @Test
    void theLatestTriggerThatIsDueIsTheExample() {
        String rule =
                "{kind: OCCURRENCE, trigger: {type: a.hit}, record: {type: a.reviewed}, match: [subject], within: P10D}";
        Evidence hit = record("h1", "a.hit", "I1", "2025-06-01T00:00:00Z");
        Evidence open = record("h2", "a.hit", "I2", "2025-06-25T00:00:00Z");

        assertThat(inspected(rule, hit, open, record("r1", "a.reviewed", "I1", "2025-06-05T00:00:00Z")))
                .containsExactly("h1 CONFORMING ON_TIME");
        assertThat(inspected(rule, hit, open)).containsExactly("h1 DEVIATION MISSING");
        assertThat(inspected(rule, open)).isEmpty();
    }

    @Test
    void aFreshHeartbeatShowsThatSomebodyIsLooking() {
        String rule = "{kind: PROHIBITION, of: {type: a.forbidden}, coverage: {of: {type: a.beat}, every: P1D}}";

        assertThat(inspected(rule, record("b1", "a.beat", "x", "2025-06-30T00:00:00Z")))
                .containsExactly("b1 CONFORMING SATISFIED");
        assertThat(inspected(rule, record("b1", "a.beat", "x", "2025-06-29T23:59:59Z")))
                .containsExactly("b1 UNDETERMINED STALE_OBSERVATION");
        assertThat(inspected(rule)).isEmpty();
    }
}

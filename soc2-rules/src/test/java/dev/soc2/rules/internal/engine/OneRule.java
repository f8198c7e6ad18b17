package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.internal.timeline.Nanos;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A pack with one control of one test, carried out. */
final class OneRule {

    private static final String PACK = """
            pack: one
            version: 1.0.0
            license: Apache-2.0
            criteria: tsc-2017-rev-2022
            controls:
              - id: ONE
                title: One rule
                criteria: [CC6.2]
                nature: DETECTIVE
                execution: MANUAL
                frequency: EVENT
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: %s
            """;

    private static final CriteriaCatalog CATALOG = CriteriaDocument.builtIn();

    private OneRule() {}

    private static Plan plan(String rule, Engagement engagement) {
        byte[] pack = PACK.replace("%s", rule).getBytes(StandardCharsets.UTF_8);
        return new Plan(
                engagement,
                CATALOG,
                List.of(PackDocuments.read("one.yaml", pack)),
                List.of(),
                Optional.empty(),
                engagement.asOf().orElseThrow());
    }

    private static EvidenceState state(Plan plan, List<Evidence> records) {
        EvidenceState state = plan.newState();
        records.forEach(state::add);
        return state;
    }

    static TestResult evaluate(String rule, Engagement engagement, List<Evidence> records) {
        Plan plan = plan(rule, engagement);
        return Conclusion.of(plan, state(plan, records).freeze(), List.of(), (result, done, of) -> {}, true)
                .control("ONE")
                .test("T1")
                .orElseThrow();
    }

    static ItemResult item(String rule, Engagement engagement, List<Evidence> records, String id) {
        return evaluate(rule, engagement, records).items().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What an inspection at an instant finds. */
    static Findings inspect(String rule, Engagement engagement, List<Evidence> records, Window instant) {
        Plan plan = plan(rule, engagement);
        Scene scene = new Scene(
                engagement,
                state(plan, records).freeze(),
                new Instants(Nanos.of(plan.asOf), engagement.zone()),
                plan.conditions);
        Findings findings = new Findings(scene, "ONE", "", instant, true);
        PlannedRule.One planned =
                (PlannedRule.One) plan.controls.get(0).tests().get(0).rule();
        planned.evaluator().inspect(new Evaluation(scene, instant, instant, findings));
        return findings;
    }
}

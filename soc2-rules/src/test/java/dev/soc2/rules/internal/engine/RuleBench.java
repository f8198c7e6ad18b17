package dev.soc2.rules.internal.engine;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Evaluates or inspects one rule, as the only test of the only control, over some records. */
final class RuleBench {

    private final RulePack pack;
    private final List<Evidence> records;

    RuleBench(String rule, List<Evidence> records) {
        this.records = List.copyOf(records);
        pack = PackDocuments.read(
                "bench.yaml", String.format(Locale.ROOT, """
                pack: bench
                version: 1.0.0
                license: Apache-2.0
                criteria: tsc-2017-rev-2022
                controls:
                  - id: CTL-01
                    title: The control under test
                    criteria: [CC6.1]
                    nature: PREVENTIVE
                    execution: AUTOMATED
                    frequency: CONTINUOUS
                    key: true
                    tests:
                      - {id: T1, procedure: REPERFORMANCE, rule: %s}
                """, rule).getBytes(StandardCharsets.UTF_8));
    }

    /** The result over a period, conforming items included. */
    TestResult evaluate(String from, String to, String asOf) {
        Engagement period = Engagement.typeII("bench", "Bench")
                .period(LocalDate.parse(from), LocalDate.parse(to), ZoneOffset.UTC)
                .asOf(Instant.parse(asOf))
                .build();
        return Assessor.with(pack)
                .keepingConformingItems()
                .assess(period, (query, sink) -> records.forEach(sink::accept))
                .control("CTL-01")
                .test("T1")
                .orElseThrow();
    }

    /** The items at an instant. */
    List<ItemResult> inspect(String instant) {
        long at = Nanos.of(Instant.parse(instant));
        Engagement engagement = Engagement.typeII("bench", "Bench")
                .period(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"), ZoneId.of("UTC"))
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .build();
        Plan plan = new Plan(
                engagement,
                CriteriaDocument.builtIn(),
                List.of(pack),
                List.of(),
                Optional.empty(),
                engagement.asOf().orElseThrow());
        EvidenceState state = plan.newState();
        records.forEach(state::add);
        Scene scene = new Scene(
                engagement,
                state.freeze(),
                new Instants(Nanos.of(engagement.asOf().orElseThrow()), engagement.zone()),
                plan.conditions);
        Window window = new Window(at - 1, at);
        Findings findings = new Findings(scene, "CTL-01", "", window, true);
        PlannedRule.One planned =
                (PlannedRule.One) plan.controls.get(0).tests().get(0).rule();
        planned.evaluator().inspect(new Evaluation(scene, window, window, findings));
        return findings.items();
    }
}

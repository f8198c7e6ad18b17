package dev.soc2.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A later version is a recorded remedy when a record says that something was done. */
class RemediatedVersionTest {

    private static final RulePack PACK = PackDocuments.read("p.yaml", """
            pack: p
            version: 1.0.0
            license: Apache-2.0
            criteria: tsc-2017-rev-2022
            controls:
              - id: A-01
                title: Checks pass
                criteria: [CC6.2]
                nature: DETECTIVE
                execution: MANUAL
                frequency: EVENT
                key: true
                versions:
                  - {to: 2025-06-30, description: a, tests: [{id: T1, procedure: INSPECTION, rule: {kind: ATTRIBUTE, of: {type: check.a}, require: "attributes.ok == true"}}]}
                  - {from: 2025-07-01, description: b, tests: [{id: T1, procedure: INSPECTION, rule: {kind: ATTRIBUTE, of: {type: check.a}, require: "attributes.ok == true"}}]}
            """.getBytes(StandardCharsets.UTF_8));

    private static List<ReasonCode> reasons(String state) {
        List<Evidence> evidence = List.of(
                Evidence.of("a1", "check.a", "S1", Instant.parse("2025-03-03T15:00:00Z"), "lab")
                        .with("ok", false)
                        .build(),
                Evidence.of("r1", "remediation", "A-01", Instant.parse("2025-06-20T15:00:00Z"), "grc")
                        .with("state", state)
                        .with("action", "rework it")
                        .build());
        return Assessor.with(PACK)
                .assess(
                        Engagement.typeII("acme-2025", "Acme")
                                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                                .build(),
                        (query, sink) -> evidence.forEach(sink::accept),
                        Instant.parse("2026-02-01T00:00:00Z"))
                .control("A-01")
                .reasons()
                .stream()
                .map(Reason::code)
                .toList();
    }

    @Test
    void somethingDoneIsARecordedRemediation() {
        assertThat(reasons("IMPLEMENTED")).contains(ReasonCode.REMEDIATED_LATER);
    }

    @Test
    void aPlanIsNoRecordedRemediation() {
        assertThat(reasons("PLANNED")).doesNotContain(ReasonCode.REMEDIATED_LATER);
    }

    @Test
    void anAcceptedRiskIsNoRecordedRemediation() {
        assertThat(reasons("RISK_ACCEPTED")).doesNotContain(ReasonCode.REMEDIATED_LATER);
    }
}

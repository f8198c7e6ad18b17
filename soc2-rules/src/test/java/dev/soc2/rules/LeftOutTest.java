package dev.soc2.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.ControlExclusion;
import dev.soc2.model.engagement.Cuec;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.EngagementBuilder;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.Notice;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an engagement leaves out leaves nothing strange behind. */
class LeftOutTest {

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
                operates: {to: 2024-06-30}
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: ATTRIBUTE, of: {type: check.a}, require: "attributes.ok == true"}
            """.getBytes(StandardCharsets.UTF_8));

    private static EngagementBuilder year() {
        return Engagement.typeII("acme-2025", "Acme")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC);
    }

    private static Assessment assess(EngagementBuilder engagement) {
        return Assessor.with(PACK)
                .assess(engagement.build(), (query, sink) -> {}, Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void timeOfAnExcludedControlThatWasRetiredBeforeThePeriodDoesNotRunBackwards() {
        ControlResult control =
                assess(year().exclude(new ControlExclusion("A-01", "sold"))).control("A-01");

        assertThat(control.design()).isEqualTo(DesignConclusion.NOT_APPLICABLE);
        assertThat(control.from()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(control.to()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void criterionThatIsNotRelevantDependsOnNobody() {
        CriterionId criterion = CriterionId.of("CC6.4");
        Assessment assessment = assess(year().userEntityControl(new Cuec("CUEC-1", "guard devices", Set.of(criterion)))
                .notRelevant(new NotRelevantCriterion(criterion, "no devices")));

        assertThat(assessment.reliance().criteria()).isEmpty();
        assertThat(assessment.notices()).extracting(Notice::code).doesNotContain("CUEC_ONLY");
    }
}

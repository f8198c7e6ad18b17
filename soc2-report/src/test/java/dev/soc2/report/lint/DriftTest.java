package dev.soc2.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.ReportOpinion;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SubserviceReport;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R6. */
class DriftTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Payroll GmbH runs the platform.",
                "Acme Payrol, Inc. runs the platform.",
                "The Acme Payroll Plattform is hosted in the cloud.",
                "The examination period is 1 January 2024 to 31 December 2024.",
                "For the period from 2025-01-01 to 2025-06-30 the system was hosted.",
                "throughout the audit period January 1, 2025 through December 31, 2024",
                "Der Prüfungszeitraum vom 1. Januar 2025 bis zum 30. Juni 2025"
            })
    void anotherNameOrPeriodThanTheEngagement(String text) {
        assertThat(Small.rules(Small.describing(text))).containsExactly("R6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Payroll runs the Acme Payroll Platform for ACME PAYROLL, INC.",
                "Acme Payroll's customers use the Acme Payroll Platforms.",
                "Acme Payroll is owned by Acme Holdings, Inc.; CloudCo GmbH hosts it.",
                "A payroll platform of others, and Acme Invoice Platform, are out of scope.",
                "The examination period is 1 January 2025 to 31 December 2025.",
                "Der Prüfungszeitraum vom 01.01.2025 bis 31.12.2025",
                "The migration ran from 1 March 2025 to 3 March 2025.",
                "The grace period is 30 days; the period from hire to training is short."
            })
    void otherNamesAndTimesAreNoDrift(String text) {
        assertThat(Small.rules(Small.describing(text))).isEmpty();
    }

    @Test
    void aSupplierHasAPeriodOfItsOwn() {
        Small small = new Small();
        small.engagement = builder -> builder.subserviceOrganization(new SubserviceOrganization(
                "CloudCo",
                "hosting",
                SubserviceMethod.CARVE_OUT,
                Set.of(CriterionId.of("CC6.4")),
                List.of(),
                List.of(),
                Optional.of(new SubserviceReport(
                        true,
                        EffectiveDates.between(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 9, 30)),
                        Optional.of(ReportOpinion.UNQUALIFIED),
                        "the examination period 2024-10-01 to 2025-09-30 leaves a gap",
                        List.of())),
                Optional.empty(),
                Optional.empty()));

        assertThat(Small.rules(small.done())).isEmpty();
    }

    @Test
    void aControlIsLookedAtInsideThePeriod() {
        assertThat(Small.rules(Small.control(c -> c.from = c.from.minusSeconds(1))))
                .containsExactly("R6");
        assertThat(Small.rules(Small.control(c -> c.to = c.to.plusSeconds(1)))).containsExactly("R6");
        assertThat(Small.rules(Small.control(c -> c.from = c.from.plus(Duration.ofDays(90)))))
                .isEmpty();
    }

    @Test
    void theIndexPointsToControlsThatSayTheSame() {
        Small small = new Small();
        small.linked = List.of("ACC-01", "ACC-02");

        assertThat(Small.rules(small.done())).containsExactly("R6");
    }

    @Test
    void aFinalReportNeedsAPeriodThatIsOver() {
        Small small = new Small();
        small.status = AssessmentStatus.INTERIM;

        assertThat(ReportLint.check(small.done(), ReportOptions.defaults())).isEmpty();
        assertThat(ReportLint.check(small.done(), ReportOptions.defaults().status(ReportStatus.FINAL)))
                .extracting(LintFinding::rule)
                .containsExactly(LintRule.R6);
    }
}

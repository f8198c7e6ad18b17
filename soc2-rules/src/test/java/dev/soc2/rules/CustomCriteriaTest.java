package dev.soc2.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another yardstick than the trust services criteria, and what does not fit it. */
class CustomCriteriaTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios", "criteria", "objectives");
    private static final EvidenceSource NOTHING = (query, sink) -> {};

    private final CriteriaCatalog objectives = CriteriaDocument.read(FOLDER.resolve("payroll-objectives.yaml"));
    private final RulePack pack = RulePacks.read(FOLDER.resolve("payroll-pack.yaml"), objectives);
    private final Engagement year = Engagement.typeII("borealis-2025", "Borealis Payroll Bureau")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
            .asOf(Instant.parse("2026-02-01T00:00:00Z"))
            .build();

    @Test
    void theYardstickStandsInTheAssessment() {
        Assessment assessment = Assessor.with(pack).against(objectives).assess(year, NOTHING);

        assertThat(assessment.inputs().catalog().id()).isEqualTo("borealis-payroll-objectives-1");
        assertThat(assessment.criteria())
                .extracting(c -> c.id().value())
                .containsExactly("ENV1.1", "PAY1.1", "PAY1.2", "PAY2.1");
    }

    @Test
    void aPackForOtherCriteriaIsRefused() {
        assertThatThrownBy(() -> Assessor.with(pack).assess(year, NOTHING))
                .hasMessageContaining("SOC2-A026")
                .hasMessageContaining("pack 'borealis-payroll' points to the criteria 'borealis-payroll-objectives-1'"
                        + " and is assessed against 'tsc-2017-rev-2022'");
        assertThatThrownBy(() -> Assessor.with(RulePacks.starter(), pack)
                        .against(objectives)
                        .assess(year, NOTHING))
                .hasMessageContaining("pack 'soc2-starter' points to the criteria 'tsc-2017-rev-2022'");
    }

    @Test
    void aPackIsReadWithItsOwnCriteria() {
        assertThatThrownBy(() -> RulePacks.read(FOLDER.resolve("payroll-pack.yaml")))
                .hasMessageContaining("SOC2-R005")
                .hasMessageContaining("there is no criteria catalogue 'borealis-payroll-objectives-1'");
        assertThatThrownBy(() -> read("criteria: tsc-2017-rev-2022\n", "PAY1.1"))
                .hasMessageContaining(
                        "the pack points to the criteria 'tsc-2017-rev-2022' and is read with 'borealis-payroll-objectives-1'");
        // Without the field a pack means the criteria of the library.
        assertThatThrownBy(() -> read("", "PAY1.1")).hasMessageContaining("SOC2-R005");
        assertThatThrownBy(() -> read("criteria: borealis-payroll-objectives-1\n", "PAY1.9"))
                .hasMessageContaining("there is no criterion 'PAY1.9' in borealis-payroll-objectives-1");
    }

    @Test
    void anEngagementNamesCriteriaOfItsYardstick() {
        Engagement partial =
                year.toBuilder().onlyCriteria(List.of(CriterionId.of("CC6.1"))).build();

        assertThatThrownBy(() -> Assessor.with(pack).against(objectives).assess(partial, NOTHING))
                .hasMessageContaining("onlyCriteria: SOC2-A027: there is no criterion 'CC6.1'");
    }

    private RulePack read(String criteria, String criterion) {
        String text = "pack: p\nversion: '1'\n" + criteria + "controls:\n  - {id: C1, title: t, criteria: [" + criterion
                + "], nature: PREVENTIVE, execution: MANUAL, frequency: EVENT}\n";
        return RulePacks.read("p.yaml", text.getBytes(StandardCharsets.UTF_8), objectives);
    }
}

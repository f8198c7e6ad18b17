package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.render.ReportOptions;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    @Test
    void aFindingIsOneLineWithSignFactsAndCriteria() {
        assertThat(Reports.console().render(Samples.year(), DEFAULTS).lines())
                .contains(
                        "✗ IAM-03  Leavers lose access in time            3 of 39 done late, not done   CC6.2 CC6.3",
                        "– RSK-01  Risks are assessed each year           no test was carried out   CC3.2",
                        "13 criteria: 3 not supported, 3 undetermined, 1 not assessed, 6 supported",
                        "suggested opinion: disclaimer (only a CPA firm gives an opinion)");
    }

    @Test
    void controlsWithoutFindingsAppearWhenAskedFor() {
        assertThat(Reports.console().render(Samples.year(), DEFAULTS)).doesNotContain("VUL-02");
        assertThat(Reports.console().render(Samples.year(), DEFAULTS.verbose(true)))
                .contains("✓ VUL-02  Critical weaknesses are fixed");
    }

    @Test
    void colourIsAddedToSignsAndNothingElse() {
        String plain = Reports.console().render(Samples.year(), DEFAULTS);
        String coloured = Reports.console().render(Samples.year(), DEFAULTS.colour(true));

        assertThat(coloured).contains("\u001B[31m✗\u001B[0m IAM-03").isNotEqualTo(plain);
        assertThat(coloured.replaceAll("\u001B\\[[0-9]+m", "")).isEqualTo(plain);
    }

    @Test
    void asciiKeepsSignsApart() {
        String ascii =
                Reports.console().render(Samples.year(), DEFAULTS.ascii(true).verbose(true));

        assertThat(ascii)
                .matches("[\\x20-\\x7E\\n]*")
                .contains("x IAM-03", "? LOG-02", "- RSK-01", "+ VUL-02", ". CHG-02");
    }

    @Test
    void anInterimAssessmentSaysSo() {
        assertThat(Reports.console().render(Samples.interim(), DEFAULTS)).contains("INTERIM, the period had not ended");
    }

    @Test
    void aTypeISaysNothingAboutOperation() {
        assertThat(Reports.console().render(Samples.typeI(), DEFAULTS))
                .contains("SOC 2 Type I · as of 30 Jun 2025", "was not in place on the date")
                .doesNotContainPattern("(?i)operat|effective|throughout");
    }
}

package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.render.ReportOptions;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    @Test
    void opensWithTheVerdict() {
        assertThat(Reports.markdown().render(Samples.year(), DEFAULTS))
                .startsWith("# Acme Payroll Platform: SOC 2 Type II readiness\n\n> **Draft.**\n")
                .contains("## ✗ 3 of 13 criteria not supported\n")
                .contains("only a CPA firm gives one");
    }

    @Test
    void testsAndResultsAppearWhenAskedFor() {
        assertThat(Reports.markdown().render(Samples.year(), DEFAULTS)).doesNotContain("## Tests and results");
        assertThat(Reports.markdown().render(Samples.year(), DEFAULTS.verbose(true)))
                .contains("## Tests and results")
                .contains("| ✓ | VUL-02 Critical weaknesses are fixed | Inspected the complete population: vuln.found "
                        + "with severity CRITICAL fixed within 15 days | No exceptions noted |");
    }

    @Test
    void manyItemsAreCappedAndCounted() {
        assertThat(Reports.markdown().render(Samples.crowd(1, 10_000), DEFAULTS))
                .contains("9\u202F980 more of 10\u202F000 stand in `assessment.json`.");
    }

    @Test
    void aTypeISaysNothingAboutOperation() {
        assertThat(Reports.markdown().render(Samples.typeI(), DEFAULTS.verbose(true)))
                .contains("## Design findings", "## Controls and their design")
                .doesNotContainPattern("(?i)operat(e|es|ed|ing|ion)\\b|effective|throughout|coverage");
    }

    @Test
    void markupOfOthersStaysText() {
        assertThat(Reports.markdown().render(Samples.hostile("<b>[x](javascript:1)|`"), DEFAULTS))
                .contains(
                        "&#60;b&#62;&#91;x&#93;(javascript:1)&#124;&#96;".replace("javascript:1", "javascript&#58;1"));
    }
}

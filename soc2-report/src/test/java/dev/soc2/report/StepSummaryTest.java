package dev.soc2.report;

import static dev.soc2.report.compare.Variants.control;
import static dev.soc2.report.compare.Variants.deviation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.report.compare.Baseline;
import dev.soc2.report.compare.Variants;
import dev.soc2.report.render.ReportOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepSummaryTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();
    private static final int MEBIBYTE = 1 << 20;

    private static Assessment before() {
        return Variants.of()
                .control(control(
                        "C-1", OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS, deviation("a", "2025-03-01T00:00:00Z")))
                .criterion("CC6.1", CriterionConclusion.MET_WITH_EXCEPTIONS, "C-1")
                .build();
    }

    private static Assessment after() {
        return Variants.of()
                .asOf("2025-08-01T00:00:00Z")
                .records('d')
                .control(control("C-1", OperatingConclusion.INEFFECTIVE, deviation("b", "2025-07-15T00:00:00Z")))
                .criterion("CC6.1", CriterionConclusion.NOT_MET, "C-1")
                .build();
    }

    @Test
    void theVerdictStandsInTheFirstLine() {
        String text = Reports.stepSummary().render(Samples.year(), DEFAULTS);

        // 13 criteria apply in the sample, 3 are not met: CC3.4, CC6.2, CC6.3.
        assertThat(text.lines().findFirst())
                .hasValue("## ✗ SOC 2 Acme Payroll Platform: 3 of 13 criteria not supported");
        assertThat(text)
                .contains("| ✗ not supported | ? undetermined | – not assessed | ✓ supported | · not applicable |")
                .contains("| 3 | 3 | 1 | 6 | 1 |")
                .contains("5 exceptions in 2 controls, 3 undetermined items in 1 control.")
                .contains("### What to do next", "1. **IAM-03** collect iam.account.disabled of term-0042")
                .contains("no opinion")
                .doesNotContain("Against the baseline", "### Since");
    }

    @Test
    void whatChangedAndWhatIsNewAreToldWhenTheyAreHandedIn() {
        String text = Reports.stepSummary()
                .render(after(), DEFAULTS.comparedWith(before()).baseline(Baseline.of(before())));

        assertThat(text)
                .contains("### Since 1 Jul 2025 00:00")
                .contains("- The scope is the same.", "- The rules are the same.")
                .contains("- new 1 criteria, 1 controls; worse 0, 0;")
                .contains("- 1 new item with an exception or undetermined, 1 item resolved")
                .contains("- **C-1** control C-1 (evidence, world)")
                .contains("### Against the baseline")
                .contains("3 new findings, 0 known, 1 fixed, 0 not seen.")
                .contains("- exception **C-1/T1 b** MISSING: detail of b")
                .containsSubsequence("can be removed", "- exception **C-1/T1 a** MISSING: detail of a");
        assertThat(Reports.stepSummary().render(before(), DEFAULTS.comparedWith(before())))
                .contains("Nothing changed.");
    }

    @Test
    void germanIsWrittenInGerman() {
        String text = Reports.stepSummary()
                .render(
                        after(),
                        DEFAULTS.comparedWith(before())
                                .baseline(Baseline.of(before()))
                                .locale(Locale.GERMAN));

        assertThat(text)
                .contains(
                        "nicht gestützt", "Die Regeln sind dieselben.", "3 neue Feststellungen, 0 bekannt, 1 behoben");
    }

    /** GitHub drops a summary of more than 1 MiB. */
    @Test
    void noEvidenceMakesItLongerThanGitHubTakes() {
        String endless = "<@x#1>".repeat(20_000);
        ItemResult[] many = IntStream.range(0, 2_000)
                .mapToObj(i -> deviation(endless + i, "2025-07-15T00:00:00Z"))
                .toArray(ItemResult[]::new);
        Assessment after = Variants.of()
                .control(control("C-1", OperatingConclusion.INEFFECTIVE, many))
                .build();

        String text = Reports.stepSummary()
                .render(after, DEFAULTS.comparedWith(before()).baseline(Baseline.empty("acme-2025")));
        String hostile = Reports.stepSummary().render(Samples.hostile(endless), DEFAULTS);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(MEBIBYTE / 4);
        assertThat(hostile.getBytes(StandardCharsets.UTF_8).length).isLessThan(MEBIBYTE / 4);
        assertThat(text).contains("more stand in the report.");
    }

    @Test
    void hostileTextStaysText() {
        long lines =
                Reports.stepSummary().render(Samples.year(), DEFAULTS).lines().count();
        for (String text : HostileText.ALL) {
            String summary = Reports.stepSummary().render(Samples.hostile(text), DEFAULTS);

            assertThat(summary.lines()).hasSize((int) lines);
            assertThat(summary.replace("<sub>", "").replace("</sub>", ""))
                    .doesNotContain("<", "](", "://", "\u202E", "\u001B");
        }
    }
}

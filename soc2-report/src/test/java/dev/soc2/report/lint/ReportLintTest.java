package dev.soc2.report.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.report.Reports;
import dev.soc2.report.Samples;
import dev.soc2.report.render.LintMode;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate. */
class ReportLintTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    private static Assessment unbelievable() {
        return Small.control(c -> {
            c.title = "[Company Name] reviews access";
            c.description = "We are SOC 2 certified.";
        });
    }

    /** No control for a criterion: R10. */
    private static Assessment unfinished() {
        Small small = new Small();
        small.linked = List.of();
        small.criterion = CriterionConclusion.NOT_MET;
        return small.done();
    }

    @Test
    void aFirstTinyEngagementIsSilent() {
        assertThat(ReportLint.check(new Small().done(), DEFAULTS.status(ReportStatus.FINAL)))
                .isEmpty();
    }

    @Test
    void noSampleIsRefused() {
        for (Assessment assessment :
                List.of(Samples.year(), Samples.interim(), Samples.typeI(), Samples.only(), Samples.crowd(50, 500))) {
            assertThat(ReportLint.gate(assessment, DEFAULTS))
                    .noneMatch(finding -> finding.rule().refusesDrafts());
        }
    }

    @Test
    void theYearNotesItsOpenEnds() {
        // CHG-01 has a response and no cause, IAM-03 a cause and no response; nobody addresses CC3.4.
        assertThat(ReportLint.check(Samples.year(), DEFAULTS))
                .extracting(finding -> finding.rule() + " " + finding.place())
                .containsExactly("R7 control CHG-01", "R7 control IAM-03", "R10 criterion CC3.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "section-iv"})
    void aFormatForReadersIsRefusedWithAllThatIsWrong(String format, @TempDir Path folder) {
        ReportLintException refused = catchThrowableOfType(
                ReportLintException.class,
                () -> Reports.named(format).orElseThrow().write(unbelievable(), folder.resolve("report")));

        assertThat(refused.findings()).extracting(LintFinding::rule).containsExactly(LintRule.R3, LintRule.R5);
        assertThat(refused.issues()).extracting(Issue::code).containsExactly("SOC2-P103", "SOC2-P105");
        assertThat(refused)
                .hasMessageContaining("control ACC-01: SOC2-P103: R3: a placeholder was left: '[Company Name]'")
                .hasMessageContaining("LintMode.WARN");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "junit", "console", "requests", "requests-csv"})
    void aFormatForProgramsIsNot(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reports.named(format).orElseThrow().write(unbelievable(), DEFAULTS, out);

        assertThat(out.size()).isPositive();
    }

    @Test
    void setsAreRefusedLikeFiles(@TempDir Path folder) {
        assertThatThrownBy(() -> Reports.sectionIvCsv().write(unbelievable(), DEFAULTS, folder))
                .isInstanceOf(ReportLintException.class);
        assertThatThrownBy(() -> Reports.sectionIvCsv().writeZip(unbelievable(), DEFAULTS, new ByteArrayOutputStream()))
                .isInstanceOf(ReportLintException.class);
        assertThat(Reports.oscal().write(unbelievable(), DEFAULTS, folder).warnings())
                .isEmpty();
    }

    @Test
    void warningsComeWithTheResult(@TempDir Path folder) {
        RenderResult warned =
                Reports.html().write(unbelievable(), DEFAULTS.lint(LintMode.WARN), folder.resolve("a.html"));
        RenderResult off = Reports.html().write(unbelievable(), DEFAULTS.lint(LintMode.OFF), folder.resolve("b.html"));

        assertThat(warned.warnings()).extracting(Issue::code).containsExactly("SOC2-P103", "SOC2-P105");
        assertThat(off.warnings()).isEmpty();
        assertThat(warned.sha256()).isEqualTo(off.sha256());
    }

    @Test
    void openWorkIsNotedInADraftAndRefusesAFinalReport(@TempDir Path folder) {
        RenderResult draft = Reports.html().write(unfinished(), folder.resolve("draft.html"));

        assertThat(draft.warnings()).extracting(Issue::code).containsExactly("SOC2-P110");
        assertThatThrownBy(() -> Reports.html()
                        .write(unfinished(), DEFAULTS.status(ReportStatus.FINAL), folder.resolve("final.html")))
                .isInstanceOf(ReportLintException.class)
                .hasMessageContaining("criterion CC6.1: SOC2-P110: R10: no control addresses it");
        assertThat(Reports.sectionIvCsv()
                        .write(unfinished(), DEFAULTS, folder.resolve("csv"))
                        .warnings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "console"})
    void aDraftSaysSoAndAFinalReportDoesNot(String format) {
        Assessment small = new Small().done();
        ReportRenderer renderer = Reports.named(format).orElseThrow();

        assertThat(renderer.render(small, DEFAULTS)).containsPattern("(?i)\\bdraft\\b");
        assertThat(renderer.render(small, DEFAULTS.status(ReportStatus.FINAL)))
                .doesNotContainPattern("(?i)\\bdraft\\b")
                .containsPattern("(?i)not a service auditor.s report");
    }

    @Test
    void theTablesOfAFinalReportSayTheSame() {
        StringBuilder all = new StringBuilder();
        Reports.sectionIvCsv().write(new Small().done(), DEFAULTS.status(ReportStatus.FINAL), (name, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            all.append(out.toString(StandardCharsets.UTF_8));
        });

        assertThat(all.toString()).contains("Not a service auditor").doesNotContain("Draft");
    }

    @Test
    void findingsAreOrderedWhateverTheOrderOfTheControls() {
        Small one = new Small();
        one.controls.forEach(control -> control.title = "[Company Name] reviews");
        Small other = new Small();
        other.controls.forEach(control -> control.title = "[Company Name] reviews");
        Collections.reverse(other.controls);

        assertThat(ReportLint.check(one.done(), DEFAULTS))
                .hasSize(2)
                .isEqualTo(ReportLint.check(other.done(), DEFAULTS));
    }
}

package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportSet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A working paper says all that it takes to test a control again. */
class WorkpapersTest {

    static Map<String, String> files(ReportSet set, Assessment assessment, ReportOptions options) {
        Map<String, String> files = new TreeMap<>();
        set.write(assessment, options, (name, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            files.put(name, out.toString(StandardCharsets.UTF_8));
        });
        return files;
    }

    private static Map<String, String> markdown(Assessment assessment) {
        return files(Reports.workpapersMarkdown(), assessment, ReportOptions.defaults());
    }

    @Test
    void everyControlHasItsPaperAndTheIndexLeadsToAll() {
        Assessment year = Samples.year();
        List<String> expected =
                year.controls().stream().map(c -> "control-" + c.id() + ".html").toList();

        Map<String, String> files = files(Reports.workpapers(), year, ReportOptions.defaults());

        assertThat(files)
                .containsKey("index.html")
                .hasSize(expected.size() + 1)
                .containsKeys(expected.toArray(String[]::new));
        assertThat(Pattern.compile("<a href=\"([^\"]*)\">")
                        .matcher(files.get("index.html"))
                        .results()
                        .map(r -> r.group(1)))
                .containsExactlyElementsOf(expected);
        assertThat(files.get(expected.get(0))).contains("<a href=\"index.html\">");
    }

    @Test
    void aPaperHasWordingRulePopulationResultsAndTheWayToDoItAgain() {
        Assessment year = Samples.year();
        String paper = markdown(year).get("control-IAM-03.md");

        assertThat(paper)
                .contains("# Working paper IAM-03 Leavers lose access in time")
                .contains("Management words it like this: leavers lose access in time.")
                .contains("**CC6.2** Users are registered and removed: Not supported")
                .contains("**Rule:** hr.terminated answered by iam.account.disabled of the same subject")
                .contains("**Completeness and accuracy (IPE):** proven in part only")
                .contains("3 rows of exports/leavers.csv were refused")
                // 36 conforming and 3 deviations are evaluated; one was excused, one is pending.
                .contains("| 39 | 36 | 3 | 0 | 1 | 1 | 0 |")
                .contains("| term-0042 | u1042 | exception |", "| term-0077 | u1077 | exception |")
                .contains("done or failed 3 Jul 2025 09:45")
                .contains("The manager did not file the leaver form. *(Olaf Owner")
                .contains("`mvn -q -ntp -Pquickstart -DskipTests verify -Dengagement=path/to/folder`")
                .contains(Sha256.hex(AssessmentDocument.bytes(year)));
        assertThat(markdown(year).get("control-CHG-01.md"))
                .contains("`type=ORDERING source=okta since=2025-01-01`")
                .contains("branch protection now refuses self-approval. *(cto");
        assertThat(markdown(year).get("control-GOV-01.md")).contains("**Judged, accepted:**", "Rita Reviewer");
    }

    @Test
    void aSampleStandsWithItsSeed() {
        String paper = markdown(SampledReportTest.sampled()).get("control-CHG-01.md");

        assertThat(paper)
                .contains("**Seed:** `" + "cd".repeat(32) + "`")
                .contains("**Hash of the population:** `" + "ab".repeat(32) + "`")
                .contains("PERIOD&#95;STRATIFIED", "chg-7, chg-3", "chg-9: a test deployment (void-1)")
                .contains("Seen outside the sample of T1", "| chg-outside | CHG-99 | exception |");
    }

    @Test
    void aTypeIHasInspectionsAndNoOperation() {
        Map<String, String> files = markdown(Samples.typeI());

        assertThat(files.get("control-IAM-03.md"))
                .contains("**In place:** not in place on the date", "## Test T1", "| u1042 | u1042 | exception |")
                .doesNotContain("**Operation:**", "Population", "throughout");
    }

    @Test
    void tenThousandItemsAreCutWithACount() {
        String paper = markdown(Samples.crowd(1, 10_000)).get("control-BULK-1000.md");

        assertThat(Pattern.compile("\\n\\| item-").matcher(paper).results().count())
                .isEqualTo(2_000);
        assertThat(paper).contains("8\u202F000 more of 10\u202F000 stand in assessment.json.");
    }

    @Test
    void germanPapersHaveGermanLabels() {
        Map<String, String> files = files(
                Reports.workpapersMarkdown(),
                Samples.year(),
                ReportOptions.defaults().locale(Locale.GERMAN));

        assertThat(files.get("index.md")).contains("# Arbeitspapiere: Acme Payroll Platform");
        assertThat(files.get("control-IAM-03.md")).contains("**Regel:**", "## Wiederholung", "| Abweichung |");
    }
}

package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.exceptions.DeviationTable;
import dev.soc2.report.internal.table.CsvTable;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.render.ReportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ExceptionsReportTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    private static List<String> rows(Assessment assessment) {
        Presentation plain = new Presentation(Optional.empty(), Locale.ROOT, Optional.empty(), false, false, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable.write(DeviationTable.of(Findings.of(assessment, plain), plain), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /**
     * By hand from the sample: IAM-03 has 3 deviations of 39, due on 14 Feb, 20 Jun and 27 Nov in New York; CHG-01 has 2
     * of 1178; CC3.4 has no control; LOG-02 has 3 undetermined of 111; RSK-01 and VEN-01 have no item.
     */
    @Test
    void everyExceptionAndEverythingUndeterminedHasARow() {
        List<String> rows = rows(Samples.year());

        assertThat(rows).hasSize(7);
        assertThat(rows.get(1))
                .contains("\"IAM-03\",\"Leavers lose access in time\",\"T1\",3,39,\"14 Feb 2025\",\"27 Nov 2025\"")
                .contains("\"CC6.2, CC6.3\",\"operating\"")
                .contains(
                        "\"The manager did not file the leaver form.\",\"none\",\"no response recorded\",\"IT services\"")
                .endsWith("\"no remedy recorded\"");
        assertThat(rows.get(2))
                .contains("\"CHG-01\"", ",2,1178,\"4 Mar 2025\",\"11 Sep 2025\"")
                .contains("branch protection now refuses self-approval. (cto@acme.example)");
        assertThat(rows.get(3)).contains("\"CC3.4\"", "\"design\"", "no control addresses it");
        assertThat(rows.get(4)).contains("\"LOG-02\"", ",3,111,", "\"evidence\"");
        assertThat(rows.get(5)).contains("\"RSK-01\"", "\"evidence\"", "the control has no test");
        assertThat(rows.get(6)).contains("\"VEN-01\"", "\"evidence\"", "\"not named\"");
    }

    @Test
    void whatWasAlwaysOnlyLateIsTiming() {
        assertThat(rows(Samples.crowd(2, 20)).subList(1, 3)).allMatch(row -> row.contains("\"timing\""));
    }

    @Test
    void aDesignThatFailsInATypeIIsDesign() {
        assertThat(rows(Samples.typeI()).get(1)).contains("\"IAM-03\"", "\"design\"", ",1,1,");
    }

    @Test
    void anIdStaysWhenOtherExceptionsComeAndGo() {
        String id = rows(Samples.year()).get(1).substring(1, 11);

        assertThat(id).matches("X-[0-9A-F]{8}");
        assertThat(rows(Samples.interim()).get(1)).startsWith("\"" + id + "\"");
        assertThat(rows(Samples.year()).stream().skip(1).map(row -> row.substring(1, 11)))
                .doesNotHaveDuplicates();
    }

    @Test
    void markdownHasATableAndTheCauseOfEach() {
        String text = Reports.exceptionsMarkdown().render(Samples.year(), DEFAULTS);

        assertThat(text)
                .contains(
                        "| IAM-03 T1 | 3 of 39 | 14 Feb 2025 to 27 Nov 2025 | CC6.2, CC6.3 | operating | IT services |")
                .contains("- Cause: The manager did not file the leaver form.")
                .contains("- Response of management: no response recorded");
        assertThat(Reports.exceptionsMarkdown().render(Samples.only(), DEFAULTS))
                .contains("No exceptions noted, and nothing is undetermined.");
        assertThat(Reports.exceptionsMarkdown().render(Samples.year(), DEFAULTS.locale(Locale.GERMAN)))
                .contains("- Ursache: The manager did not file the leaver form.", "| Durchführung |", "3 von 39");
    }

    @Test
    void hostileTextIsNoFormulaAndNoMarkup() throws IOException {
        for (String text : HostileText.ALL) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Reports.exceptions().write(Samples.hostile(text), DEFAULTS, out);
            String sheet = sheet(out.toByteArray());

            assertThat(sheet).doesNotContain("<f>", "<f ", "<script", "\u202E");
            assertThat(Reports.exceptionsMarkdown()
                            .render(Samples.hostile(text), DEFAULTS)
                            .lines())
                    .hasSameSizeAs(Reports.exceptionsMarkdown()
                            .render(Samples.year(), DEFAULTS)
                            .lines()
                            .toList())
                    .noneMatch(line -> line.contains("<") || line.contains("](") || line.contains("://"));
        }
    }

    private static String sheet(byte[] workbook) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no sheet");
    }
}

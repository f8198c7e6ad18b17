package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.testkit.ReportRendererContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SectionIvRendererTest extends ReportRendererContract {

    @Override
    protected ReportRenderer renderer() {
        return Reports.sectionIv();
    }

    @Override
    protected Assessment assessment() {
        return Samples.year();
    }

    /** A program that does not work heights out shows the texts of a row all the same. */
    @Test
    void rowsSayHowHighTheyAre() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reports.sectionIv().write(Samples.year(), ReportOptions.defaults(), out);
        String tests = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                tests = entry.getName().equals("xl/worksheets/sheet2.xml")
                        ? new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                        : tests;
            }
        }

        assertThat(tests).containsPattern("<row r=\"2\" ht=\"[0-9.]+\" customHeight=\"(1|true)\"");
    }
}

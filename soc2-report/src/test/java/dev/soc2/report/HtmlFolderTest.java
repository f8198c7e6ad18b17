package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportSet;
import dev.soc2.report.testkit.ReportSetContract;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlFolderTest extends ReportSetContract {

    @Override
    protected ReportSet set() {
        return Reports.htmlFolder();
    }

    @Override
    protected Assessment assessment() {
        return Samples.year();
    }

    private static Map<String, String> files(Assessment assessment) {
        Map<String, String> files = new LinkedHashMap<>();
        Reports.htmlFolder().write(assessment, ReportOptions.defaults(), (name, content) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.accept(bytes);
            files.put(name, bytes.toString(StandardCharsets.UTF_8));
        });
        return files;
    }

    @Test
    void thePageIsTheSameBesideWhatMovedIntoFiles() {
        Map<String, String> files = files(Samples.year());
        String one = Reports.html().render(Samples.year(), ReportOptions.defaults());

        assertThat(files.keySet()).containsExactly("index.html", "report.css", "report.js");
        String page = files.get("index.html")
                .replace(
                        "<link rel=\"stylesheet\" href=\"report.css\">",
                        "<style>" + files.get("report.css").strip() + "</style>")
                .replace(
                        "<script src=\"report.js\" defer></script>",
                        "<script>" + files.get("report.js").strip() + "</script>")
                .replaceFirst("style-src 'self'; script-src 'self'", policy(one));
        assertThat(page.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactlyElementsOf(one.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private static String policy(String page) {
        int from = page.indexOf("style-src");
        return page.substring(from, page.indexOf("; base-uri", from));
    }

    @Test
    void nothingOfThePageNeedsAPolicyForInlineContent() {
        assertThat(files(Samples.hostile(HostileText.ALL.get(1))).get("index.html"))
                .doesNotContain("<style", "<script>", "unsafe-inline")
                .doesNotContainPattern("<[a-z][^>]*? (style|on[a-z]+)=");
    }
}

package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports as files that a person looked at. {@code -Dsoc2.golden.rewrite=true} writes them again; look at the difference
 * before you keep it.
 */
class GoldenReportsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Map<String, Assessment> ASSESSMENTS = Map.of(
            "year", Samples.year(),
            "interim", Samples.interim(),
            "type-i", Samples.typeI(),
            "empty", Samples.only(),
            "hostile", Samples.hostile(HostileText.ALL.get(0)));

    private static final ReportOptions ENGLISH = ReportOptions.defaults();
    private static final ReportOptions GERMAN = ENGLISH.locale(Locale.GERMANY);

    static Stream<Arguments> reports() {
        return ASSESSMENTS.keySet().stream()
                .sorted()
                .flatMap(name -> List.of("html", "markdown", "console", "json", "sarif", "junit").stream()
                        // The document keeps hidden characters as they are; a file of the project must not hold any.
                        .filter(renderer -> !(name.equals("hostile") && renderer.equals("json")))
                        .map(renderer -> Arguments.of(name, renderer)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void reportIsAsItWasLookedAt(String name, String rendererName) throws IOException {
        ReportRenderer renderer = Reports.named(rendererName).orElseThrow();
        compare(FOLDER.resolve(name).resolve(renderer.fileName()), renderer.render(ASSESSMENTS.get(name), ENGLISH));
    }

    /** Reports of one year only, in English and German. */
    static Stream<ReportRenderer> ofAYear() {
        return Stream.of(
                Reports.exceptionsMarkdown(),
                Reports.stepSummary(),
                Reports.plan(),
                Reports.planCalendar(),
                Reports.publicSummary(),
                Reports.bridgeLetter(BridgeLetterTest.quiet().build(), LetterFormat.MARKDOWN));
    }

    @ParameterizedTest
    @MethodSource("ofAYear")
    void reportOfAYearIsAsItWasLookedAt(ReportRenderer renderer) throws IOException {
        compare(FOLDER.resolve("year").resolve(renderer.fileName()), renderer.render(Samples.year(), ENGLISH));
        compare(FOLDER.resolve("german").resolve(renderer.fileName()), renderer.render(Samples.year(), GERMAN));
    }

    @Test
    void aComparisonIsAsItWasLookedAt() throws IOException {
        Assessment before = DeltaReportTest.before();
        Path folder = FOLDER.resolve("delta");
        for (ReportRenderer renderer :
                List.of(Reports.delta(before), Reports.deltaMarkdown(before), Reports.deltaJson(before))) {
            compare(folder.resolve(renderer.fileName()), renderer.render(DeltaReportTest.after(), ENGLISH));
        }
        compare(
                folder.resolve("german/delta.md"),
                Reports.deltaMarkdown(before).render(DeltaReportTest.after(), GERMAN));
    }

    @Test
    void aWorkingPaperAndTheDraftsAreAsTheyWereLookedAt() throws IOException {
        for (ReportOptions options : List.of(ENGLISH, GERMAN)) {
            Path folder = FOLDER.resolve(options == GERMAN ? "german" : "year");
            Map<String, String> papers = files(Reports.workpapersMarkdown(), options);
            compare(folder.resolve("control-IAM-03.md"), papers.get("control-IAM-03.md"));
            for (Map.Entry<String, String> draft :
                    files(Reports.managementDrafts(), options).entrySet()) {
                if (draft.getKey().endsWith(".md")) {
                    compare(folder.resolve(draft.getKey()), draft.getValue());
                }
            }
        }
    }

    private static Map<String, String> files(ReportSet set, ReportOptions options) {
        Map<String, String> files = new TreeMap<>();
        set.write(Samples.year(), options, (name, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            files.put(name, out.toString(StandardCharsets.UTF_8));
        });
        return files;
    }

    private static void compare(Path golden, String written) throws IOException {
        // A file of the project ends with one line end.
        String text = written.replaceAll("\n+$", "\n");
        if (Boolean.getBoolean("soc2.golden.rewrite")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text, StandardCharsets.UTF_8);
        }

        assertThat(text).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }
}

package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        String text = renderer.render(ASSESSMENTS.get(name), ReportOptions.defaults());
        Path golden = FOLDER.resolve(name).resolve(renderer.fileName());

        if (Boolean.getBoolean("soc2.golden.rewrite")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text, StandardCharsets.UTF_8);
        }

        assertThat(text).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }
}

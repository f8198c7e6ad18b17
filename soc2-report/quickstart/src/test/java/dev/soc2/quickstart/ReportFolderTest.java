package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever reads the README finds every file there is, and no other. */
class ReportFolderTest {

    private static final Path README = Path.of("../../README.md");
    private static final Pattern CODE = Pattern.compile("`([^`<>= ]+)`");

    @Test
    void theReadmeNamesWhatIsWrittenAndNothingElse() throws IOException {
        String paragraph = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("The reports lie in "))
                .collect(Collectors.joining());
        Set<String> named = CODE.matcher(paragraph)
                .results()
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> written = new TreeSet<>(ReportFolder.FILES.keySet());
        ReportFolder.SETS.keySet().forEach(folder -> written.add(folder + "/"));
        written.addAll(Set.of(
                ReportFolder.PUBLIC_SUMMARY,
                ReportFolder.DELTA,
                ReportFolder.HOST_PAGE,
                ReportFolder.BUNDLE + "/",
                ReportFolder.PACKAGE));
        assertThat(named).isEqualTo(written);
    }
}

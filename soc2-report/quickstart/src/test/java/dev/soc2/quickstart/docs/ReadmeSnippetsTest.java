package dev.soc2.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.quickstart.docs.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java that the pages show is the Java of the examples, which other tests run. */
class ReadmeSnippetsTest {

    /** What a host writes into its program, and into its tests. */
    private static final List<Path> EXAMPLES = List.of(
            Path.of("src/main/java/dev/soc2/quickstart/examples"),
            Path.of("src/test/java/dev/soc2/quickstart/examples"));

    private static final Pattern REGION = Pattern.compile("(?ms)^ *// tag::([a-z]+)\\[]\\n(.*?)^ *// end::\\1\\[]\\n");
    private static final String EXAMPLE = "example ";
    /** Compiled and run by {@link ReadmeProgramTest}. */
    private static final Set<String> OF_THE_PROGRAM = Set.of("program", "module");

    @Test
    void everyBlockOfJavaIsARegionOfAnExample() throws IOException {
        Map<String, String> regions = regions();

        for (Block block : java()) {
            assertThat(block.marker()).as(block.place()).startsWith(EXAMPLE);
            String name = block.marker().substring(EXAMPLE.length());
            assertThat(regions).as(block.place()).containsKey(name);
            assertThat(block.text()).as(block.place() + " and " + name).isEqualTo(regions.get(name));
        }
    }

    @Test
    void everyRegionIsShown() throws IOException {
        Set<String> shown = java().stream()
                .map(block -> block.marker().substring(EXAMPLE.length()))
                .collect(Collectors.toSet());

        assertThat(regions().keySet()).isNotEmpty().isSubsetOf(shown);
    }

    private static List<Block> java() {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().equals("java"))
                .filter(block -> !OF_THE_PROGRAM.contains(block.marker()))
                .toList();
    }

    private static Map<String, String> regions() throws IOException {
        Map<String, String> regions = new TreeMap<>();
        for (Path folder : EXAMPLES) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String example = file.getFileName().toString().replace(".java", "");
                    Matcher region = REGION.matcher(Files.readString(file));
                    while (region.find()) {
                        regions.put(
                                example + "#" + region.group(1),
                                region.group(2).stripTrailing().stripIndent() + "\n");
                    }
                }
            }
        }
        return regions;
    }
}

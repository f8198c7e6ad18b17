package dev.soc2.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages call by a name of the code is there, under that name. */
class NamesTest {

    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern CONSTANT =
            Pattern.compile("(?<![A-Za-z0-9_-])[A-Z][A-Z]+(?:_[A-Z]+)*(?![A-Za-z0-9_-])");
    private static final Pattern JAVA_NAME = Pattern.compile("([A-Z][A-Za-z]+)(?:\\.([A-Za-z_]+)(?:\\(\\))?)?");

    @Test
    void everyJavaNameOfTheLexiconExists() throws IOException {
        Map<String, String> sources = sources();
        List<String> named = new ArrayList<>();

        for (String line : Page.of(Page.SITE.resolve("lexicon.md")).lines()) {
            String[] cells = line.split(" \\| ?", -1);
            Matcher span = SPAN.matcher(cells.length < 3 || line.startsWith("| ---") ? "" : cells[2]);
            while (span.find()) {
                Matcher name = JAVA_NAME.matcher(span.group(1));
                if (name.matches()) {
                    named.add(name.group());
                    assertThat(sources).as(line).containsKey(name.group(1));
                    String member = name.group(2) == null ? name.group(1) : name.group(2);
                    assertThat(sources.get(name.group(1))).as(line).containsPattern("\\b" + member + "\\b");
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    @Test
    void everyConstantThatThePagesNameExists() throws IOException {
        Set<String> known = sources().values().stream()
                .flatMap(NamesTest::constants)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>();

        for (Page page : Page.all()) {
            for (String line : page.prose()) {
                SPAN.matcher(line)
                        .results()
                        .flatMap(span -> constants(span.group(1)))
                        .filter(word -> !known.contains(word))
                        .forEach(word -> unknown.add(page.name() + ": " + word));
            }
        }

        assertThat(unknown).isEmpty();
    }

    private static Stream<String> constants(String text) {
        return CONSTANT.matcher(text).results().map(MatchResult::group);
    }

    /** Text of the main sources by simple name. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("soc2-model", "soc2-rules", "soc2-evidence", "soc2-report")) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), (a, b) -> a + "\n" + b);
                }
            }
        }
        return sources;
    }
}

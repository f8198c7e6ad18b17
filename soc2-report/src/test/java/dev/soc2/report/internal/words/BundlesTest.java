package dev.soc2.report.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle of the module, by what its files and the sources say. */
class BundlesTest {

    private static final Path TEXTS = Path.of("src/main/resources");
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
    /** A key in a source: a string of letters, digits, points and dashes. */
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9][A-Za-z0-9.-]*)\"");

    /** One key, or two of which one is chosen, that a bundle is asked for. */
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:words|words\\(\\)|page|phrases|tables\\(o\\))\\s*\\.(text|count|pieces)\\("
                    + "\\s*(?:[^\";]*\\?\\s*)?\"([A-Za-z0-9.-]+)\"(?:\\s*:\\s*\"([A-Za-z0-9.-]+)\")?");

    static Stream<Path> bundles() {
        return under(TEXTS, ".properties").filter(file -> !name(file).contains("_"));
    }

    private static Stream<Path> under(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> name(file).endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Path german(Path english) {
        return english.resolveSibling(name(english).replace(".properties", "_de.properties"));
    }

    private static Map<String, String> texts(Path bundle) {
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        return texts;
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static String sources() {
        return Stream.concat(under(Path.of("src/main/java"), ".java"), under(Path.of("src/main/jte"), ".jte"))
                .map(file -> {
                    try {
                        return Files.readString(file, StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void germanSaysEverythingThatEnglishSays(Path bundle) {
        Map<String, String> english = texts(bundle);
        Map<String, String> german = texts(german(bundle));

        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(english).isNotEmpty().allSatisfy((key, text) -> {
            assertThat(places(german.get(key))).as(key).isEqualTo(places(text));
            assertThat(german.get(key))
                    .as(key)
                    .isNotBlank()
                    .isEqualTo(german.get(key).strip());
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
        });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aKeyStandsOnceInItsFile(Path bundle) throws IOException {
        for (Path file : new Path[] {bundle, german(bundle)}) {
            assertThat(Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .as(file.toString())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextPromisesWhatNoReportMayPromise(Path bundle) {
        assertThat(texts(bundle).values()).noneMatch(text -> text.matches("(?i).*\\b(certified|compliant)\\b.*"));
        assertThat(texts(german(bundle)).values())
                .noneMatch(text -> text.matches("(?iu).*(zertifiziert|konform|bestanden).*"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsUsed(Path bundle) {
        Set<String> used = LITERAL.matcher(sources())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(texts(bundle).keySet()).filteredOn(key -> !isUsed(key, used)).isEmpty();
    }

    /** Codes are asked for by their kind, numbers without one or other; WordsTest walks the constants of each kind. */
    private static boolean isUsed(String key, Set<String> used) {
        int point = key.lastIndexOf('.');
        String last = key.substring(point + 1);
        boolean byKind = point > 0 && (last.matches("[A-Z][A-Z0-9_]*|one|other") || key.startsWith("settled."));
        return used.contains(key)
                || (byKind && (used.contains(key.substring(0, point)) || used.contains(key.substring(0, point + 1))));
    }

    @Test
    void everyKeyThatIsAskedForIsThere() {
        Set<String> keys =
                bundles().flatMap(bundle -> texts(bundle).keySet().stream()).collect(Collectors.toSet());
        Set<String> asked = new TreeSet<>();
        ASKED.matcher(sources())
                .results()
                .forEach(found -> Stream.of(found.group(2), found.group(3))
                        .filter(Objects::nonNull)
                        // Half of a key; WordsTest walks the constants that make the other half.
                        .filter(key -> !key.endsWith("."))
                        .forEach(key -> asked.add(found.group(1).equals("count") ? key + ".one" : key)));

        assertThat(asked)
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThat(keys).contains(key));
    }
}

package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportFiles;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader sees is in the reader's language, and what a program reads is not. */
class LanguagesTest {

    private static final ReportOptions GERMAN =
            ReportOptions.defaults().locale(Locale.GERMAN).verbose(true);
    private static final Path GOLDEN = Path.of("src/test/resources/golden/german");
    private static final Pattern PLACES = Pattern.compile("\\{\\d\\}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** Names of ids, files, programs and fields, and months in the default form. */
    private static final Set<String> NAMES = Set.of(
            "req assessment json sha sum dev soc evidence index line raw contents proof jan feb mar apr may jun jul aug sep oct nov dec"
                    .split(" "));

    private static final Map<String, Assessment> SAMPLES = Map.of(
            "year", Samples.year(),
            "interim", Samples.interim(),
            "type-i", Samples.typeI(),
            "empty", Samples.only(),
            "crowd", Samples.crowd(30, 30));

    static Stream<Arguments> forPeople() {
        return SAMPLES.keySet().stream()
                .sorted()
                .flatMap(sample -> Stream.of("html", "markdown", "console", "requests-csv", "section-iv-csv")
                        .map(renderer -> Arguments.of(sample, renderer)));
    }

    /** Texts of all bundles, by the key under which a host replaces them. */
    private static Map<String, String> texts(String ending) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                String name = file.getFileName().toString().replace(".properties", "");
                if (name.contains("_") == ending.startsWith("_") && name.endsWith(ending)) {
                    Properties read = new Properties();
                    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                        read.load(text);
                    }
                    String bundle = name.substring(0, name.length() - ending.length());
                    read.stringPropertyNames().forEach(key -> texts.put(bundle + "." + key, read.getProperty(key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The words of English, each between two letters that no text has, without what is put into them. */
    private static ResourceBundle bracketed() {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return texts("").entrySet().stream()
                        .map(e -> new Object[] {
                            e.getKey(),
                            PLACES.matcher("ᐊ" + e.getValue() + "ᐅ").replaceAll(place -> "ᐅ" + place.group() + "ᐊ")
                        })
                        .toArray(Object[][]::new);
            }
        };
    }

    private static String document(Assessment assessment) {
        return Reports.json().render(assessment, ReportOptions.defaults());
    }

    /** What a person reads of a page: text, and the names of regions, tables and signs. */
    private static String read(String page) {
        String names = Pattern.compile("(?:aria-label|data-[a-z]+)=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining("\n"));
        return page.startsWith("<!DOCTYPE")
                ? page.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>|<[^>]*>", " ")
                                .replaceAll("&[a-z0-9#]+;", " ")
                        + names
                : page.replaceAll("&#\\d+;", " ");
    }

    private static String render(String name, Assessment assessment, ReportOptions options) {
        return Reports.named(name)
                .map(renderer -> renderer.render(assessment, options))
                .orElseGet(
                        () -> String.join("\n", files(name, assessment, options).values()));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forPeople")
    void everyWordComesFromABundleFromTheEngineOrFromPeople(String sample, String renderer) {
        Assessment assessment = SAMPLES.get(sample);
        Set<String> known = Set.copyOf(words(document(assessment).replace("\\n", " ") + assessment));
        String report = render(
                renderer, assessment, ReportOptions.defaults().verbose(true).words(bracketed()));

        String rest = read(report).replaceAll("ᐊ[^ᐅ\\n]*(ᐅ|\\n|…)|[0-9a-f]{64}|[A-Za-z]+…", " ");

        assertThat(report).contains("ᐊ");
        assertThat(words(rest))
                .filteredOn(word -> !known.contains(word) && !NAMES.contains(word))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forPeople")
    void noEnglishTextStandsInAGermanReport(String sample, String renderer) {
        Assessment assessment = SAMPLES.get(sample);
        String document = document(assessment);
        String report = read(render(renderer, assessment, GERMAN));
        Map<String, String> german = texts("_de");

        List<String> english = texts("").entrySet().stream()
                .filter(e -> !e.getValue().equals(german.get(e.getKey())))
                .flatMap(e -> Arrays.stream(PLACES.split(e.getValue())))
                .map(String::strip)
                // A single word may be one of German too, or of the engine: "a sample", "in".
                .filter(part -> part.contains(" ") && part.length() > 14 && !document.contains(part))
                .toList();

        assertThat(english)
                .hasSizeGreaterThan(100)
                .allSatisfy(part -> assertThat(report).doesNotContain(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "console"})
    void germanIsAsItWasLookedAt(String rendererName) throws IOException {
        ReportRenderer renderer = Reports.named(rendererName).orElseThrow();
        String text = renderer.render(Samples.year(), GERMAN);
        Path golden = GOLDEN.resolve(renderer.fileName());

        if (Boolean.getBoolean("soc2.golden.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text, StandardCharsets.UTF_8);
        }

        assertThat(text).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "junit"})
    void whatProgramsReadIsTheSameInEveryLanguage(String renderer) {
        ReportRenderer format = Reports.named(renderer).orElseThrow();

        assertThat(format.render(Samples.year(), GERMAN.words(bracketed())))
                .isEqualTo(format.render(Samples.year(), ReportOptions.defaults()));
    }

    @Test
    void oscalIsTheSameInEveryLanguage() {
        assertThat(files("oscal", Samples.year(), GERMAN.words(bracketed())))
                .isEqualTo(files("oscal", Samples.year(), ReportOptions.defaults()));
    }

    private static Map<String, String> files(String set, Assessment assessment, ReportOptions options) {
        Map<String, String> files = new TreeMap<>();
        ReportFiles collected = (name, content) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.accept(bytes);
            files.put(name, bytes.toString(StandardCharsets.UTF_8));
        };
        Reports.set(set).orElseThrow().write(assessment, options, collected);
        assertThat(files).isNotEmpty();
        return files;
    }

    @Test
    void tablesKeepTheNamesOfTheirFilesInEveryLanguage() {
        Map<String, String> english = files("section-iv-csv", Samples.year(), ReportOptions.defaults());
        Map<String, String> german = files("section-iv-csv", Samples.year(), GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(german.get("tests.csv"))
                .startsWith("\"Kontrolle\",\"Kriterien\",\"Kontrolle im Wortlaut der Leitung\"");
    }

    @Test
    void sheetsOfAGermanWorkbookHaveGermanNames() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Reports.sectionIv().write(Samples.year(), GERMAN, bytes);
        String directory = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/workbook.xml")) {
                    directory = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }

        assertThat(directory)
                .contains("name=\"Lies mich\"", "name=\"Pr&#xfc;fungshandlungen\"", "name=\"Abweichungen\"");
    }

    @Test
    void aHostReplacesSingleWordsAndKeepsTheOthers() {
        ResourceBundle house = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"page.why", "Begründung"}, {"words.heading.undetermined", "Noch offen"}};
            }
        };
        String page = Reports.html().render(Samples.year(), GERMAN.words(house));

        assertThat(page)
                .contains("<summary>Begründung</summary>", "Noch offen</h2>", "Begriffe</h2>")
                .doesNotContain("<summary>Warum</summary>");
    }
}

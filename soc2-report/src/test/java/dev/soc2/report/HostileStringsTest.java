package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.render.LintMode;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Each of the strings in front of every text of an assessment, in every format. Pages and workbooks are left under
 * {@code target/hostile} for a browser and a spreadsheet program to look at.
 */
class HostileStringsTest {

    private static final List<ReportSet> SETS =
            List.of(Reports.managementDrafts(), Reports.oscal(), Reports.sectionIvCsv());
    private static final ReportOptions DEFAULTS = ReportOptions.defaults().lint(LintMode.OFF);
    private static final Path LEFT = Path.of("target", "hostile");
    /** The package holds the others once more; PDFs have tests of their own. */
    private static final Set<String> ELSEWHERE = Set.of("auditor-package", "pdf", "public-summary-pdf");

    private static final String PAPERS = "workpapers.html";
    private static final boolean DEEP = Boolean.getBoolean("soc2.deep");
    private static final List<String> LEFT_OF_A_FEW = List.of(
            "section-iv.xlsx",
            "requests.xlsx",
            "requests.csv",
            "section-iv-csv/tests.csv",
            "section-iv-csv/evidence.csv",
            "section-iv-csv/exceptions.csv");
    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z!?][^\\s>]*)[^>]*>");
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]++|\"\")*+)\"");
    private static final Schema ANYTHING = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema("{}", InputFormat.JSON);
    private static final Map<String, List<String>> CALM = new TreeMap<>();

    static Stream<Arguments> strings() {
        List<String> all = HostileStrings.all();
        return IntStream.range(0, all.size())
                .mapToObj(i -> Arguments.of(String.format(Locale.ROOT, "%03d", i), all.get(i)));
    }

    @BeforeAll
    static void calm() throws IOException {
        Files.createDirectories(LEFT);
        formats(Samples.year()).forEach((name, bytes) -> CALM.put(name, shape(name, bytes)));
        Files.write(LEFT.resolve("calm.html"), formats(Samples.year()).get("soc2.html"));
    }

    private static Map<String, byte[]> formats(Assessment assessment) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : Reports.names()) {
            if (ELSEWHERE.contains(name)) {
                continue;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            var renderer = Reports.named(name).orElseThrow();
            renderer.write(assessment, DEFAULTS, out);
            files.put(renderer.fileName(), out.toByteArray());
        }
        for (var set : SETS) {
            set.write(assessment, DEFAULTS, (name, content) -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
                content.accept(out);
                files.put(set.id() + "/" + name, out.toByteArray());
            });
        }
        // Papers are named after controls, and stand in another order when a title begins with something else.
        ByteArrayOutputStream papers = new ByteArrayOutputStream(1 << 16);
        Reports.workpapers().write(assessment, DEFAULTS, (name, content) -> content.accept(papers));
        files.put(PAPERS, papers.toByteArray());
        return files;
    }

    @Test
    void thereAreAsManyAsPromised() {
        assertThat(HostileStrings.own()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(HostileStrings.all()).hasSize(515 + HostileStrings.own().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strings")
    void noFormatChangesItsShape(String number, String text) throws IOException {
        Map<String, byte[]> files = formats(Samples.hostile(text));

        assertThat(files.keySet()).isEqualTo(CALM.keySet());
        files.forEach((name, bytes) -> assertThat(shape(name, bytes)).as(name).isEqualTo(CALM.get(name)));
        assertThat(words(files.get("soc2.html")))
                .contains(Visible.line(Visible.of(text.substring(0, Math.min(text.length(), 300)))));
        Files.write(LEFT.resolve(number + "-soc2.html"), files.get("soc2.html"));
        for (String name : LEFT_OF_A_FEW) {
            if (number.endsWith("0") || DEEP) {
                Files.write(LEFT.resolve(number + "-" + name.replace('/', '-')), files.get(name));
            }
        }
    }

    /** What must not change with the words in it. */
    private static List<String> shape(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String type = name.substring(name.lastIndexOf('.') + 1);
        return switch (type) {
            case "html" ->
                name.equals(PAPERS)
                        ? tags(text).distinct().sorted().toList()
                        : tags(text).toList();
            case "csv" -> cells(text);
            case "xlsx" -> workbook(bytes);
            case "xml" -> List.of(Integer.toString(elements(bytes)));
            case "json", "sarif" -> fields(bytes);
            case "docx" -> workbook(bytes);
            case "ics" ->
                text.lines()
                        .filter(line -> line.matches("(BEGIN|END):.*"))
                        .distinct()
                        .toList();
            // Tasks are gathered by owner, and an owner is a text too.
            case "txt", "md" ->
                name.equals("plan.md")
                        ? List.of()
                        : List.of(Long.toString(text.lines().count()));
            default -> throw new AssertionError("nothing is said about the shape of " + name);
        };
    }

    private static Stream<String> tags(String page) {
        return TAG.matcher(page).results().map(r -> r.group(1));
    }

    // Numbers may begin with a sign; everything else that a spreadsheet program would compute is guarded.
    private static List<String> cells(String csv) {
        var cells = CELL.matcher(csv).results().map(r -> r.group(1)).toList();
        assertThat(cells).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r\\n\\x00-].*") && !cell.matches("-?[0-9.]+"));
        return List.of(Integer.toString(cells.size()));
    }

    private static List<String> workbook(byte[] bytes) {
        Map<String, Integer> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                Document document = document(part);
                assertThat(document.getElementsByTagName("f").getLength())
                        .as(entry.getName())
                        .isZero();
                boolean texts = entry.getName().matches(".*(sharedStrings|core)\\.xml");
                parts.put(
                        entry.getName(),
                        texts ? 0 : document.getElementsByTagName("*").getLength());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return parts.entrySet().stream().map(Object::toString).toList();
    }

    private static int elements(byte[] xml) {
        return document(xml).getElementsByTagName("*").getLength();
    }

    private static Document document(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    // A parser that is not ours takes it.
    private static List<String> fields(byte[] json) {
        assertThat(ANYTHING.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
        return List.of();
    }

    /** What a reader sees of a page: its text without markup, on one line. */
    private static String words(byte[] page) {
        String text = TAG.matcher(new String(page, StandardCharsets.UTF_8)).replaceAll("");
        return Visible.line(text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"));
    }
}

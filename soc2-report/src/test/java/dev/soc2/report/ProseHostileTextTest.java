package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.GapEvent;
import dev.soc2.report.letter.LastReport;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.letter.Signatory;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in front of every text, letters, drafts, summaries and papers keep their structure. */
class ProseHostileTextTest {

    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z!?][^\\s>]*)[^>]*>");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\(([^)]*)\\)");
    private static final Pattern TITLE = Pattern.compile("(?s)^# [^\n]*|<h1>.*?</h1>");
    private static final Pattern FILE = Pattern.compile("control-[A-Za-z0-9._-]+\\.(html|md)");

    private static final Map<String, String> CALM = files("");

    static List<String> texts() {
        return HostileText.ALL;
    }

    private static BridgeLetterRequest request(String text) {
        return BridgeLetterTest.quiet()
                .lastReport(new LastReport(text + "Firm", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)))
                .until(LocalDate.of(2025, 12, 31))
                .changes(new GapEvent(LocalDate.of(2025, 2, 3), text + "change"))
                .incidents(new GapEvent(LocalDate.of(2025, 2, 4), text + "incident"))
                .signatory(new Signatory(text + "Sina", text + "CEO"))
                .build();
    }

    /** Every text file that the renderers of this kind write, by a name that is the same for every text. */
    private static Map<String, String> files(String text) {
        Assessment assessment = text.isEmpty() ? Samples.year() : Samples.hostile(text);
        Map<String, String> files = new TreeMap<>();
        for (LetterFormat format : EnumSet.complementOf(EnumSet.of(LetterFormat.PDF))) {
            put(files, Reports.bridgeLetter(request(text), format), assessment);
        }
        put(files, Reports.publicSummary(), assessment);
        put(files, Reports.publicSummaryMarkdown(), assessment);
        for (String set : List.of("management-drafts", "workpapers", "workpapers-md")) {
            Reports.set(set).orElseThrow().write(assessment, ReportOptions.defaults(), (name, content) -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                content.accept(out);
                add(files, set + "/" + stable(name, out.toString(StandardCharsets.UTF_8)), name, out.toByteArray());
            });
        }
        return files;
    }

    /** The name of a paper carries the hostile id; the title of the control tells which one it is. */
    private static String stable(String name, String content) {
        if (!name.startsWith("control-")) {
            return name;
        }
        String title =
                TITLE.matcher(content).results().findFirst().orElseThrow().group();
        return Samples.year().controls().stream()
                .filter(control -> title.contains(control.control().title()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void put(Map<String, String> files, ReportRenderer renderer, Assessment assessment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(assessment, ReportOptions.defaults(), out);
        add(files, renderer.id(), renderer.fileName(), out.toByteArray());
    }

    private static void add(Map<String, String> files, String stable, String name, byte[] bytes) {
        if (!name.endsWith(".docx")) {
            files.put(stable, new String(bytes, StandardCharsets.UTF_8));
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(stable + "/" + entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void structureStays(String text) {
        Map<String, String> hostile = files(text);

        assertThat(hostile.keySet()).isEqualTo(CALM.keySet());
        hostile.forEach((name, content) -> {
            assertThat(content.codePoints().filter(c -> c != '\n'))
                    .as(name)
                    .noneMatch(c -> Character.isISOControl(c)
                            || (c >= 0x202A && c <= 0x202E)
                            || (c >= 0x2066 && c <= 0x2069)
                            || c == 0x200B
                            || c == 0xFEFF
                            || Character.getType(c) == Character.SURROGATE);
            if (content.startsWith("#")) {
                markdown(name, content, CALM.get(name));
            } else {
                assertThat(tags(content)).as(name).isEqualTo(tags(CALM.get(name)));
            }
            Pattern link = content.startsWith("#") ? MARKDOWN_LINK : LINK;
            assertThat(link.matcher(content).results().map(found -> found.group(1)))
                    .as(name)
                    .allMatch(target -> target.equals("index.html")
                            || target.equals("index.md")
                            || FILE.matcher(target).matches());
        });
    }

    private static void markdown(String name, String content, String calm) {
        List<String> lines = content.lines().toList();
        List<String> before = calm.lines().toList();
        assertThat(lines).as(name).hasSameSizeAs(before);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            assertThat(start(line)).as(name).isEqualTo(start(before.get(i)));
            assertThat(bars(line)).as(line).isEqualTo(bars(before.get(i)));
            assertThat(line).doesNotContain("<", "://", "![");
        }
    }

    /** The mark by which a line is a heading, an item or a row. */
    private static String start(String line) {
        return line.replaceAll("^(#+ |- |1\\. |\\| |\\*\\*|\\*|\\[)?.*$", "$1");
    }

    private static long bars(String line) {
        return line.chars().filter(c -> c == '|').count();
    }

    private static List<String> tags(String page) {
        return TAG.matcher(page).results().map(r -> r.group(1)).toList();
    }
}

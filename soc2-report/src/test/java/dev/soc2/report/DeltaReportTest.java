package dev.soc2.report;

import static dev.soc2.report.compare.Variants.control;
import static dev.soc2.report.compare.Variants.deviation;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.report.compare.Variants;
import dev.soc2.report.render.ReportOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaReportTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();
    private static final Schema SCHEMA = schema();
    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z!?][^\\s>]*)[^>]*>");

    private static Schema schema() {
        try (InputStream in = Reports.class.getResourceAsStream("/META-INF/soc2/schema/delta-1.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(String document) {
        return SCHEMA.validate(document, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    static Assessment before() {
        return Variants.of()
                .control(control("C-1", OperatingConclusion.EFFECTIVE))
                .control(control("C-2", OperatingConclusion.INEFFECTIVE, deviation("old", "2025-03-01T00:00:00Z")))
                .criterion("CC6.1", CriterionConclusion.MET, "C-1")
                .build();
    }

    static Assessment after() {
        return Variants.of()
                .pack("1.1.0")
                .asOf("2025-08-01T00:00:00Z")
                .control(control("C-1", OperatingConclusion.INEFFECTIVE, deviation("new", "2025-07-15T00:00:00Z")))
                .control(control("C-2", OperatingConclusion.EFFECTIVE))
                .criterion("CC6.1", CriterionConclusion.NOT_MET, "C-1")
                .build();
    }

    @Test
    void whatIsComparedDifferentlyStandsFirst() {
        String page = Reports.delta(before()).render(after(), DEFAULTS);
        String text = Reports.deltaMarkdown(before()).render(after(), DEFAULTS);

        for (String report : List.of(page, text)) {
            assertThat(report)
                    .containsSubsequence(
                            "2 criteria and controls new or worse, 1 better or resolved",
                            "What is compared differently",
                            "Rule pack",
                            "0.0 bbbbbbbbbbbb…",
                            "1.0 bbbbbbbbbbbb…",
                            "Changes in numbers",
                            "Unchanged");
        }
        assertThat(text)
                .contains("| ▲ New | C-1 control C-1 | Effective | Not effective (1 exception) | rule, world |")
                .contains("| ▼ Resolved | C-2 control C-2 |")
                .contains("| ▲ New | T1 new | nothing wrong | exception | detail of new | rule, world | ev-new |")
                .contains(
                        "| ▼ Resolved | T1 old | exception | nothing wrong | detail of old | rule, evidence | ev-old |")
                .contains("| Controls | 1 | 0 | 0 | 0 | 0 | 1 | 0 |")
                .contains("| Criteria | 1 | 0 | 0 | 0 | 0 | 0 | 0 |");
    }

    @Test
    void whatEnteredTheScopeStandsInOneLine() {
        String text = Reports.deltaMarkdown(Samples.typeI()).render(Samples.year(), DEFAULTS);

        assertThat(text)
                .contains(
                        "| Control in scope |  | none | AVL-01, CHG-01, CHG-02, GOV-01, IAM-04, RSK-01, VEN-01, VUL-02 |");
        assertThat(text.lines().filter(line -> line.startsWith("| Criterion in scope")))
                .hasSize(1);
    }

    @Test
    void theSameTwiceSaysSo() {
        String text = Reports.deltaMarkdown(before()).render(before(), DEFAULTS);

        assertThat(text).contains("**Nothing changed**", "Scope, rules, evidence and instant are the same in both.");
    }

    @Test
    void germanIsWrittenInGerman() {
        ReportOptions german = DEFAULTS.locale(Locale.GERMANY);

        assertThat(Reports.delta(before()).render(after(), german))
                .contains("<html lang=\"de\">", "Was anders verglichen wird", "Regel, Wirklichkeit")
                .doesNotContain("Unchanged", "Before", "What is compared");
        assertThat(Reports.deltaMarkdown(before()).render(after(), german))
                .contains("| ▲ Neu | C-1 control C-1 | Wirksam | Nicht wirksam (1 Abweichung)");
    }

    @Test
    void theDocumentIsValidForEveryPair() {
        List<Assessment> all =
                List.of(before(), after(), Samples.year(), Samples.interim(), Samples.typeI(), Samples.only());

        for (Assessment one : all) {
            for (Assessment two : all) {
                assertThat(faults(Reports.deltaJson(one).render(two, DEFAULTS))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "\"soc2-delta/1\"; \"soc2-delta/2\"",
                "\"class\": \"RESOLVED\"; \"class\": \"FIXED\"",
                "\"cause\": \"RULE\"; \"cause\": \"RULES\"",
                "\"empty\": false; \"empty\": \"no\"",
                "\"deviations\": 1; \"deviations\": -1",
                "\"outcome\": \"DEVIATION\"; \"outcome\": \"CONFORMING\"",
                "\"REMOVED\": 0,; ~~",
            })
    void whatIsAlteredIsRefused(String original, String altered) {
        String document = Reports.deltaJson(before()).render(after(), DEFAULTS);
        String mutated = document.replaceFirst(Pattern.quote(original), Matcher.quoteReplacement(altered));

        assertThat(mutated).isNotEqualTo(document);
        assertThat(faults(mutated)).isNotEmpty();
    }

    /** The same change told of calm and of hostile texts: not a tag, a line or a cell more. */
    @Test
    void hostileTextStaysText() {
        Assessment calm = Samples.year();
        List<String> tags = tags(Reports.delta(Samples.typeI()).render(calm, DEFAULTS));
        List<Long> cells = cells(Reports.deltaMarkdown(Samples.typeI()).render(calm, DEFAULTS));
        for (String text : HostileText.ALL) {
            Assessment hostile = Samples.hostile(text);
            String page = Reports.delta(Samples.typeI()).render(hostile, DEFAULTS);
            String lines = Reports.deltaMarkdown(Samples.typeI()).render(hostile, DEFAULTS);

            // Every id differs from the calm one, so that each control of the other side stands apart.
            assertThat(tags(page)).isSubsetOf(tags).containsOnlyOnce("!DOCTYPE", "main", "style");
            assertThat(cells(lines)).isSubsetOf(cells);
            assertThat(page).doesNotContain("\u202E", "\u001B");
            assertThat(lines).doesNotContain("<script", "](", "://", "\u202E", "\u001B");
        }
    }

    private static List<Long> cells(String markdown) {
        return markdown.lines()
                .map(line -> line.chars().filter(c -> c == '|').count())
                .toList();
    }

    private static List<String> tags(String page) {
        return TAG.matcher(page).results().map(r -> r.group(1)).toList();
    }

    @Test
    void aLongListIsCutWithACount() {
        Assessment crowd = Samples.crowd(1, 120);

        String text = Reports.deltaMarkdown(Samples.only()).render(crowd, DEFAULTS);
        Assessment calm = Samples.only(control("BULK-1000", OperatingConclusion.EFFECTIVE));
        String changed = Reports.deltaMarkdown(calm).render(crowd, DEFAULTS);

        assertThat(text).contains("Added to scope");
        assertThat(changed.lines().filter(line -> line.startsWith("| ▲ New | T1 item-")))
                .hasSize(50);
        assertThat(changed).contains("70 more stand in delta.json.");
    }
}

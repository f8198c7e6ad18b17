package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.FragmentOptions;
import dev.soc2.report.render.ReportOptions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentsTest {

    private static final Fragments FRAGMENTS = Reports.fragments();
    private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z!?][^\\s>]*)[^>]*>");

    static Stream<String> hostile() {
        return HostileText.ALL.stream();
    }

    private static List<String> all(Assessment assessment, String control, FragmentOptions options) {
        return List.of(
                FRAGMENTS.coverageTable(assessment, options),
                FRAGMENTS.controlCard(assessment, control, options),
                FRAGMENTS.timeline(assessment, control, options));
    }

    private static List<String> found(String markup, String pattern) {
        return Pattern.compile(pattern)
                .matcher(markup)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static List<String> tags(String markup) {
        return TAG.matcher(markup).results().map(r -> r.group(1)).toList();
    }

    @Test
    void eachStandsInOneElementOfItsClass() {
        for (String fragment : all(Samples.year(), "IAM-03", FragmentOptions.prefixed("a"))) {
            assertThat(fragment.strip())
                    .startsWith("<div class=\"soc2-fragment\"")
                    .endsWith("</div>");
            assertThat(found(fragment, "(class=\"soc2-fragment\")")).hasSize(1);
            assertThat(found(fragment, "(<div[ >])")).hasSameSizeAs(found(fragment, "(</div>)"));
            assertThat(fragment).doesNotContain("<script", "<style", "<link", "style=", "src=");
        }
    }

    @Test
    void theyShowWhatThePageShows() {
        Assessment assessment = Samples.year();
        FragmentOptions options = FragmentOptions.prefixed("a").linkedTo("soc2.html");
        String page = Reports.html().render(assessment, ReportOptions.defaults());

        assertThat(tags(FRAGMENTS.coverageTable(assessment, options)))
                .contains("table")
                .doesNotContain("h2");
        assertThat(page).contains(cells(FRAGMENTS.coverageTable(assessment, options), "soc2.html"));
        String card = FRAGMENTS.controlCard(assessment, "IAM-03", options);
        String article = card.substring(card.indexOf("<article"), card.indexOf("</article>"));
        assertThat(page)
                .contains(article.replace("href=\"soc2.html#", "href=\"#").replace("id=\"a-", "id=\""));
        assertThat(FRAGMENTS.timeline(assessment, "IAM-03", options)).contains("<svg role=\"img\"", "Exceptions on ");
    }

    private static String cells(String fragment, String report) {
        return fragment.substring(fragment.indexOf("<tbody>"), fragment.indexOf("</tbody>"))
                .replace("href=\"" + report + "#", "href=\"#");
    }

    @Test
    void twoFragmentsOfOnePageShareNoId() {
        String both = String.join("", all(Samples.year(), "IAM-03", FragmentOptions.prefixed("a")))
                + String.join("", all(Samples.year(), "IAM-03", FragmentOptions.prefixed("b")));

        assertThat(found(both, " id=\"([^\"]*)\""))
                .hasSize(6)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[ab]-.*"));
    }

    @Test
    void withoutAReportNothingIsALink() {
        for (String fragment : all(Samples.year(), "IAM-03", FragmentOptions.prefixed("a"))) {
            assertThat(fragment).doesNotContain("href");
        }
    }

    @Test
    void linksLeadToPlacesOfTheReport() {
        String page = Reports.html().render(Samples.year(), ReportOptions.defaults());
        FragmentOptions options = FragmentOptions.prefixed("a").linkedTo("https://example.org/soc2/report.html?run=7");
        String all = String.join("", all(Samples.year(), "IAM-03", options));

        List<String> links = found(all, "href=\"([^\"]*)\"");
        assertThat(links)
                .isNotEmpty()
                .allMatch(link -> link.startsWith("https://example.org/soc2/report.html?run=7#"))
                .allMatch(link -> page.contains(" id=\"" + link.substring(link.indexOf('#') + 1) + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/r.html",
                "HTTP://example.org:8080/r",
                "report.html",
                "../kafka/report.html?a=b",
                "/reports/1/"
            })
    void anAddressOfAReportIsTaken(String address) {
        assertThat(FragmentOptions.prefixed("a").linkedTo(address).report()).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\tscript:alert(1)",
                " javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "//example.org/r.html",
                "\\\\example.org\\r.html",
                "/\\example.org",
                "http:r.html",
                "https:///r.html",
                "https://user@example.org/",
                "https://example.org/\"onmouseover=alert(1)",
                "report.html#top",
                "a<b>",
                "re\u202Eport.html\n"
            })
    void whatABrowserCouldRunOrReadOtherwiseIsRefused(String address) {
        assertThatThrownBy(() -> FragmentOptions.prefixed("a").linkedTo(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no address of a report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a b", "a\"", "-a", "abcdefghijklmnopqrstuvwxyz-1234567"})
    void aPrefixIsAPlainName(String prefix) {
        assertThatThrownBy(() -> FragmentOptions.prefixed(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no prefix of ids");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextStaysText(String text) {
        FragmentOptions options = FragmentOptions.prefixed("a").linkedTo("soc2.html");
        List<String> calm = all(Samples.year(), "IAM-03", options);
        Assessment hostile = Samples.hostile(text);
        String leavers = hostile.controls().stream()
                .map(control -> control.id())
                .filter(id -> id.endsWith("IAM-03"))
                .findFirst()
                .orElseThrow();

        List<String> fragments = all(hostile, leavers, options);

        for (int i = 0; i < calm.size(); i++) {
            assertThat(tags(fragments.get(i))).isEqualTo(tags(calm.get(i)));
            assertThat(found(fragments.get(i), "<a [^>]*?href=\"([^\"]*)\""))
                    .allMatch(link -> link.matches("soc2\\.html#[A-Za-z0-9._~-]+"));
        }
    }

    @Test
    void everyRuleOfTheSheetIsBoundToTheClass() {
        String sheet = FRAGMENTS.styleSheet();

        assertThat(found(sheet, "(?m)^([^@{}]+)\\{"))
                .hasSizeGreaterThan(50)
                .allSatisfy(selectors -> assertThat(selectors.split(","))
                        .allMatch(selector -> selector.matches("\\.soc2-fragment( [^ ].*)?")));
        assertThat(found(sheet, "(?m)^(@[a-z-]+)")).containsOnly("@media");
        assertThat(sheet.chars().filter(c -> c == '{').count())
                .isEqualTo(sheet.chars().filter(c -> c == '}').count());
        assertThat(sheet).contains("prefers-color-scheme:dark", ".soc2-fragment .grid td{", ".soc2-fragment{margin:0");
        assertThat(sheet).doesNotContain("url(", "@import", "</");
    }

    @Test
    void aLightSheetLeavesOutWhatIsDarkAndNothingElse() {
        String light = FRAGMENTS.lightStyleSheet();

        assertThat(light).doesNotContain("dark").contains("color-scheme:light;", "@media print{", "@media (max-width");
        assertThat(FRAGMENTS.styleSheet().lines().toList())
                .containsAll(light.lines().skip(1).toList());
    }

    @Test
    void aTypeISaysThatItHasNoTime() {
        String table = FRAGMENTS.coverageTable(Samples.typeI(), FragmentOptions.prefixed("a"));

        assertThat(table).contains("A Type I looks at one date").doesNotContain("<table");
    }

    @Test
    void aControlThatNeverWentWrongHasNoBar() {
        assertThat(FRAGMENTS.timeline(Samples.year(), "AVL-01", FragmentOptions.prefixed("a")))
                .contains("Nothing of AVL-01 went wrong on a date.")
                .doesNotContain("<svg");
    }

    @Test
    void wordsFollowTheOptions() {
        FragmentOptions german =
                FragmentOptions.prefixed("a").shownAs(ReportOptions.defaults().locale(Locale.GERMAN));

        assertThat(FRAGMENTS.controlCard(Samples.year(), "IAM-03", german))
                .contains("lang=\"de\"", "Nicht wirksam", "Warum");
    }

    @Test
    void aControlThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> FRAGMENTS.controlCard(Samples.year(), "NO-1", FragmentOptions.prefixed("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NO-1")
                .hasMessageContaining("IAM-03");
    }
}

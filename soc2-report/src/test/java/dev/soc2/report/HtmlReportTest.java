package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.render.ReportOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    static Stream<String> pages() {
        return Stream.of(
                        Samples.year(),
                        Samples.interim(),
                        Samples.typeI(),
                        Samples.only(),
                        Samples.hostile(HostileText.ALL.get(1)),
                        Samples.crowd(4, 40))
                .map(assessment -> Reports.html().render(assessment, DEFAULTS));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToOnePlaceOfThePage(String page) {
        List<String> ids = found(page, "<[a-z][^>]*? id=\"([^\"]*)\"");
        List<String> links = found(page, "<a [^>]*?href=\"#([^\"]*)\"");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(links).isNotEmpty().allMatch(ids::contains);
        assertThat(found(page, "<a [^>]*?href=\"([^\"]*)\"")).allMatch(href -> href.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsLoadedOrRun(String page) {
        assertThat(found(page, "(<(?:link|img|iframe|object|embed|form|base|audio|video)[ >])"))
                .isEmpty();
        assertThat(found(page, "(<script[^>]*>)")).containsExactly("<script>");
        assertThat(found(page, "<[a-z][^>]*? (style|on[a-z]+|src|srcset)=")).isEmpty();
        assertThat(page).contains("default-src 'none'");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePolicyNamesStyleSheetAndScriptByTheirDigests(String page) throws NoSuchAlgorithmException {
        String style = found(page, "(?s)<style>(.*?)</style>").get(0);
        String script = found(page, "(?s)<script>(.*?)</script>").get(0);

        assertThat(page)
                .contains("style-src 'sha256-" + digest(style) + "'; script-src 'sha256-" + digest(script)
                        + "'; base-uri");
        // Without blanks at their ends, so that checkers that trim come to the same digests.
        assertThat(style).isEqualTo(style.strip());
        assertThat(script).isEqualTo(script.strip());
    }

    private static String digest(String content) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void theScriptIsOursShortAndTheSameOnEveryPage() throws IOException {
        String ours = Files.readString(Path.of("src/main/resources/dev/soc2/report/internal/html/report.js"))
                .strip();

        assertThat(pages().map(page -> found(page, "(?s)<script>(.*?)</script>").get(0)))
                .containsOnly(ours);
        assertThat(ours.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3 * 1024);
        // No way for a text to become markup or code, and no word to anybody; no sign that XML reads otherwise.
        assertThat(ours)
                .doesNotContainPattern(
                        "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval|Function|fetch|XMLHttp|import");
        assertThat(ours).doesNotContain("<", "&");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingThatNeedsTheScriptShowsWithoutIt(String page) {
        assertThat(found(page, "(<(?:input|select|button|option|label)[ >])")).isEmpty();
        assertThat(found(page, "<div id=\"tools\"([^>]*)></div>"))
                .allMatch(attributes -> attributes.startsWith(" hidden "));
    }

    @Test
    void everyControlOpensTheChainBehindItsVerdict() {
        String page = Reports.html().render(Samples.year(), DEFAULTS);
        int cards = found(page, "(<article class=\"control\")").size();
        String leavers =
                text("<body>" + page.substring(page.indexOf("id=\"c-IAM-03\""), page.indexOf("id=\"c-IAM-04\"")));

        assertThat(found(page, "(<details class=\"why proof\">)")).hasSize(cards);
        // Of 41 leavers one was excused and one is not due yet: 39 = 36 + 3, and 3 / 39 = 7.69 %.
        assertThat(leavers)
                .contains(
                        "T1: rule SLA, worded as above.",
                        "Rule pack soc2-starter 1.0.0 with SHA-256 9f86d081884c…",
                        "T1: 39 evaluated = 36 conforming + 3 with exceptions + 0 undetermined.",
                        "T1: beside them 1 excused, 1 not due yet.",
                        "T1: 3 of 39 (7.7 %) against the policy above: Not effective.",
                        "IAM-03: Not effective.",
                        "okta-1 SHA-256 " + SHA,
                        "ledger acme/evidence (48\u202F300 entries) with the root 9f86d081884c…");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTableNamesItsHeaders(String page) {
        assertThat(found(page, "(<th(?![a-z])[^>]*>)")).allMatch(th -> th.contains("scope="));
        assertThat(found(page, "(<html[^>]*>)")).containsExactly("<html lang=\"en\">");
        assertThat(found(page, "(<h1[ >])")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void wordsThatPromiseTooMuchNeverAppear(String page) {
        assertThat(text(page)).doesNotContainPattern("(?i)\\b(certified|certification|compliant|passed|guarantee)");
        assertThat(text(page)).contains("Not a service auditor’s report", "only a CPA firm gives one");
    }

    @Test
    void aTypeISaysNothingAboutOperation() {
        String text = text(Reports.html().render(Samples.typeI(), DEFAULTS));

        assertThat(text).contains("SOC 2 Type I", "as of 30 Jun 2025", "Not suitably designed");
        assertThat(text)
                .doesNotContainPattern(
                        "(?i)\\b(throughout|operat(e|es|ed|ing|ion)|effective|effectiveness|exceptions?)\\b")
                .doesNotContain("Coverage");
    }

    @Test
    void anInterimPageSaysSoOnTop() {
        String interim = text(Reports.html().render(Samples.interim(), DEFAULTS));

        assertThat(interim).contains("Interim The period had not ended", "Suggested opinion: not determinable yet.");
        assertThat(text(Reports.html().render(Samples.year(), DEFAULTS))).doesNotContain("Interim");
    }

    @Test
    void worstNewsComesFirstWithItsDenominator() {
        String text = text(Reports.html().render(Samples.year(), DEFAULTS));

        // 14 criteria, one of them not relevant: 13 apply; CC3.4, CC6.2 and CC6.3 are not met.
        assertThat(text)
                .contains(
                        "3 of 13 criteria not supported",
                        "5 exceptions in 2 controls, 3 undetermined items in 1 control.",
                        "Exceptions noted: 3 of 39 (7.7 %)",
                        "No exceptions noted",
                        "1 excused, 1 not due yet",
                        "3 refused");
        assertThat(text.indexOf("3 of 13 criteria")).isLessThan(text.indexOf("Decide next"));
    }

    @Test
    void anEmptyAssessmentStillMakesAPage() {
        assertThat(text(Reports.html().render(Samples.only(), DEFAULTS)))
                .contains("No criterion was concluded on", "No control was assessed.", "None.", "Nothing.");
    }

    @Test
    void whenItWasMadeIsPrintedOnlyWhenGiven() {
        Instant instant = Instant.parse("2027-01-15T09:00:00Z");

        assertThat(text(Reports.html().render(Samples.year(), DEFAULTS))).doesNotContain("Generated");
        assertThat(text(Reports.html().render(Samples.year(), DEFAULTS.generatedAt(instant))))
                .contains("Generated 15 Jan 2027 04:00 (America/New_York).");
    }

    @Test
    void daysAndWordsFollowTheLocale() {
        String british = text(Reports.html().render(Samples.year(), DEFAULTS.locale(Locale.UK)));
        String german = Reports.html().render(Samples.year(), DEFAULTS.locale(Locale.GERMANY));

        assertThat(british).contains("1 Jan 2025 to 31 Dec 2025", "criteria not supported");
        assertThat(german).contains("<html lang=\"de\">");
        assertThat(text(german)).contains("01.01.2025 bis 31.12.2025", "Kriterien nicht gestützt");
    }

    @Test
    void tenThousandDeviationsOfOneControlAreCappedAndCounted() {
        String page = Reports.html().render(Samples.crowd(1, 10_000), DEFAULTS);

        assertThat(page.length()).isLessThan(3_000_000);
        assertThat(found(page, "(began )")).hasSize(200);
        assertThat(text(page)).contains("9\u202F800 more of 10\u202F000 stand in assessment.json");
    }

    @Test
    void tenThousandDeviationsOfManyControlsStaySmall() {
        // 2,000 rows in all, at least 20 for each control, and for each control the chain behind its verdict.
        assertThat(Reports.html().render(Samples.crowd(50, 10_000), DEFAULTS).length())
                .isLessThan(3_000_000);
        assertThat(Reports.html().render(Samples.crowd(500, 10_000), DEFAULTS).length())
                .isLessThan(6_500_000);
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static String text(String page) {
        String body = page.substring(page.indexOf("<body>"));
        String plain = body.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return plain.replaceAll("[ \\n]+", " ").replaceAll(" ([.,:;)])", "$1").replace("( ", "(");
    }
}

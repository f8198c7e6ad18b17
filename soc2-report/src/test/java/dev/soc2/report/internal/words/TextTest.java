package dev.soc2.report.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextTest {

    private static Words words(Locale locale) {
        return Words.in(locale, Optional.empty());
    }

    @Test
    void hiddenCharactersBecomeVisible() {
        assertThat(Visible.of("a\u202Eb")).isEqualTo("a[U+202E]b");
        assertThat(Visible.of("\u001B[31m")).isEqualTo("[U+001B][31m");
        assertThat(Visible.of("\uDB40\uDC41")).isEqualTo("[U+0E0041]");
        assertThat(Visible.of("\uD800x")).isEqualTo("[U+D800]x");
    }

    @Test
    void scriptsAndJoinedSignsStay() {
        assertThat(Visible.of("\u05E2\u05D1 \uD83D\uDC69\u200D\uD83D\uDCBB"))
                .isEqualTo("\u05E2\u05D1 \uD83D\uDC69\u200D\uD83D\uDCBB");
    }

    @Test
    void aLineHasNoLineEnds() {
        assertThat(Visible.line(" a\r\n\tb\u2028c ")).isEqualTo("a b c");
    }

    @Test
    void cuttingNeverSplitsAPair() {
        assertThat(Visible.clip("a\uD83D\uDC69b", 2)).isEqualTo("a\uD83D\uDC69…");
        assertThat(Visible.clip("ab", 2)).isEqualTo("ab");
    }

    /** XML 1.0, 2.4: {@code &} and {@code <} never stand as they are, {@code >} not in {@code ]]>}, a quote in no attribute. */
    @Test
    void markupInXmlIsText() {
        assertThat(XmlText.attribute("a<b>]]>&amp;\"'")).isEqualTo("a&lt;b&gt;]]&gt;&amp;amp;&quot;'");
        assertThat(XmlText.element("a<b>]]>&amp;\"'")).isEqualTo("a&lt;b&gt;]]&gt;&amp;amp;\"'");
    }

    @Test
    void ratesAreNeverRoundedToNothingOrToAll() {
        assertThat(Figures.percent(3, 41)).isEqualTo("7.3 %");
        assertThat(Figures.percent(1, 10_000)).isEqualTo("< 0.1 %");
        assertThat(Figures.percent(9_999, 10_000)).isEqualTo("> 99.9 %");
        assertThat(Figures.percent(5, 5)).isEqualTo("100.0 %");
        assertThat(Figures.percent(0, 0)).isEmpty();
    }

    @Test
    void thousandsAreGrouped() {
        assertThat(Figures.grouped(999)).isEqualTo("999");
        assertThat(Figures.grouped(1_234_567)).isEqualTo("1\u202F234\u202F567");
    }

    @Test
    void daysAreThoseOfTheZone() {
        Dates dates = new Dates(ZoneId.of("America/New_York"), Locale.ROOT, words(Locale.ROOT));
        Instant newYear = Instant.parse("2026-01-01T04:59:59Z");

        assertThat(dates.day(newYear)).isEqualTo("31 Dec 2025");
        assertThat(dates.time(newYear)).isEqualTo("31 Dec 2025 23:59:59");
        assertThat(dates.lastDay(Instant.parse("2026-01-01T05:00:00Z"))).isEqualTo("31 Dec 2025");
        assertThat(dates.month(YearMonth.of(2025, 9))).isEqualTo("Sep 2025");
    }

    @Test
    void aLocaleWritesDaysItsOwnWay() {
        Dates german = new Dates(ZoneId.of("UTC"), Locale.GERMANY, words(Locale.GERMANY));

        assertThat(german.day(LocalDate.of(2025, 1, 2))).isEqualTo("02.01.2025");
        assertThat(german.due(Instant.parse("2025-01-03T00:00:00Z"))).isEqualTo("bis zum Ablauf des 02.01.2025");
    }

    @Test
    void aFractionHasTheSignOfTheLanguage() {
        assertThat(words(Locale.ROOT).percent(3, 41)).isEqualTo("7.3 %");
        assertThat(words(Locale.GERMAN).percent(3, 41)).isEqualTo("7,3 %");
        assertThat(words(Locale.GERMAN).percent(1, 10_000)).isEqualTo("< 0,1 %");
        assertThat(words(Locale.GERMAN).share(3, 41)).isEqualTo("3 von 41 (7,3 %)");
    }

    @Test
    void anchorsOfDifferentIdsDiffer() {
        assertThat(Anchors.control("IAM-03")).isEqualTo("c-IAM-03");
        assertThat(Anchors.control("a b")).isEqualTo("c-a~20~b").isNotEqualTo(Anchors.control("a~20~b"));
    }
}

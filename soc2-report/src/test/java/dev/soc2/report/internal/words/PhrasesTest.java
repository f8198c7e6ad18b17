package dev.soc2.report.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static Phrases in(Locale locale) {
        return Phrases.of(PhrasesTest.class, "sample", locale, Optional.empty());
    }

    @Test
    void germanIsWrittenForEveryLocaleOfGermanAndEnglishForAllOthers() {
        assertThat(in(Locale.forLanguageTag("de-AT")).text("greeting", "Acme", "2025"))
                .isEqualTo("Bericht über Acme für 2025");
        assertThat(in(Locale.ROOT).text("greeting", "Acme", "2025")).isEqualTo("Report of Acme for 2025");
        assertThat(in(Locale.forLanguageTag("tr")).text("greeting", "Acme", "2025"))
                .isEqualTo("Report of Acme for 2025");
    }

    @Test
    void oneAndManyHaveTheirOwnTexts() {
        assertThat(in(Locale.ROOT).count("records", 1)).isEqualTo("1 record");
        assertThat(in(Locale.ROOT).count("records", 0)).isEqualTo("0 records");
        assertThat(in(Locale.GERMAN).count("records", 2)).isEqualTo("2 Datensätze");
    }

    @Test
    void aValueThatLooksLikeAPlaceIsNotFilledAgain() {
        assertThat(in(Locale.ROOT).text("greeting", "{1}", "x")).isEqualTo("Report of {1} for x");
        assertThat(in(Locale.ROOT).text("plain")).isEqualTo("{0} stays when nothing is given");
    }

    @Test
    void aTextOfTheHostGoesFirst() {
        var own = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"sample.records.other", "{0} exhibits"}};
            }
        };
        Phrases phrases = Phrases.of(PhrasesTest.class, "sample", Locale.GERMAN, Optional.of(own));

        assertThat(phrases.count("records", 3)).isEqualTo("3 exhibits");
        assertThat(phrases.count("records", 1)).isEqualTo("1 Datensatz");
    }
}

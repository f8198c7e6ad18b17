package dev.soc2.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.internal.words.Phrases;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PdfWordsTest {

    @Test
    void everyLanguageHasTheSameKeysAndPlaces() throws IOException {
        Map<String, String> english = places("pdf.properties");

        assertThat(english).containsOnlyKeys("page", "contents");
        for (String language : Phrases.LANGUAGES) {
            assertThat(places("pdf_" + language + ".properties")).isEqualTo(english);
        }
    }

    private static Map<String, String> places(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(PdfReport.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Map<String, String> places = new TreeMap<>();
        texts.stringPropertyNames()
                .forEach(key -> places.put(
                        key,
                        texts.getProperty(key)
                                .replaceAll("[^{}0-9]", "")
                                .chars()
                                .sorted()
                                .mapToObj(Character::toString)
                                .reduce("", String::concat)));
        return places;
    }
}

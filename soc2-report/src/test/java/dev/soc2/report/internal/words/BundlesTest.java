package dev.soc2.report.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that one language has, the other has too, with the same places for values. */
class BundlesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** Each key with the places of its text. */
    private static Map<String, Set<String>> places(String file) throws IOException {
        Map<String, Set<String>> places = new TreeMap<>();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            PropertyResourceBundle bundle = new PropertyResourceBundle(text);
            bundle.keySet().forEach(key -> {
                String phrase = bundle.getString(key);
                assertThat(phrase).as(file + " " + key).isNotBlank();
                Set<String> of = new TreeSet<>();
                PLACE.matcher(phrase).results().map(MatchResult::group).forEach(of::add);
                places.put(key, of);
            });
        }
        return places;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"letters/bridge", "letters/drafts", "letters/summary", "letters/terms", "workpaper/workpaper"})
    void bothLanguagesHaveTheSameTexts(String bundle) throws IOException {
        String name = "/dev/soc2/report/internal/" + bundle;

        assertThat(places(name + ".properties")).isNotEmpty().isEqualTo(places(name + "_de.properties"));
    }
}

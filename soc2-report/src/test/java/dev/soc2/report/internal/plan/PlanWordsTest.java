package dev.soc2.report.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlanWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    /** Each key with the places of its text. */
    private static Map<String, String> places(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(PlanWords.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Map<String, String> places = new TreeMap<>();
        texts.stringPropertyNames()
                .forEach(key -> places.put(
                        key,
                        String.join(
                                " ",
                                PLACE.matcher(texts.getProperty(key))
                                        .results()
                                        .map(MatchResult::group)
                                        .sorted()
                                        .toList())));
        return places;
    }

    @Test
    void germanHasTheKeysAndPlacesOfEnglish() throws IOException {
        assertThat(places("plan_de.properties")).isEqualTo(places("plan.properties"));
    }

    @Test
    void everyConstantHasAText() throws IOException {
        Map<String, String> keys = places("plan.properties");

        for (Milestone.Kind kind : Milestone.Kind.values()) {
            assertThat(keys).containsKeys("milestone." + kind, "milestone.why." + kind);
        }
        for (Gap.Kind kind : Gap.Kind.values()) {
            assertThat(keys).containsKeys("gap." + kind, "gap.close." + kind);
        }
        for (Collecting collecting : Collecting.values()) {
            assertThat(keys).containsKeys("collecting." + collecting, "collecting.why." + collecting);
        }
    }
}

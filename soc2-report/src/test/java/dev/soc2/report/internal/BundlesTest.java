package dev.soc2.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.RemediationState;
import dev.soc2.report.compare.ChangeCause;
import dev.soc2.report.compare.ChangeClass;
import dev.soc2.report.compare.Finding;
import dev.soc2.report.compare.FrameAspect;
import dev.soc2.report.internal.words.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of deltas, of the register and of the step summary: every key in both languages, with the same places. */
class BundlesTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private static PropertyResourceBundle bundle(String file) throws IOException {
        try (InputStream bytes = BundlesTest.class.getResourceAsStream(file);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta/delta", "exceptions/exceptions", "ci/summary"})
    void bothLanguagesHaveTheSameKeysAndPlaces(String name) throws IOException {
        PropertyResourceBundle english = bundle(name + ".properties");
        PropertyResourceBundle german = bundle(name + "_de.properties");

        assertThat(german.keySet()).isEqualTo(english.keySet()).isNotEmpty();
        for (String key : english.keySet()) {
            assertThat(places(german.getString(key))).as(key).isEqualTo(places(english.getString(key)));
            assertThat(german.getString(key)).as(key).isNotBlank();
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    @Test
    void everyCodeHasAWord() throws IOException {
        PropertyResourceBundle delta = bundle("delta/delta.properties");
        PropertyResourceBundle register = bundle("exceptions/exceptions.properties");
        PropertyResourceBundle summary = bundle("ci/summary.properties");

        assertThat(delta.keySet())
                .containsAll(keys("class.", ChangeClass.values()))
                .containsAll(keys("cause.", ChangeCause.values()))
                .containsAll(keys("explain.", ChangeCause.values()))
                .containsAll(keys("aspect.", FrameAspect.values()))
                .containsAll(keys("conclusion.", CriterionConclusion.values()))
                .containsAll(keys("conclusion.", OperatingConclusion.values()))
                .containsAll(keys("conclusion.", DesignConclusion.values()));
        assertThat(register.keySet())
                .containsAll(keys("verdict.", Verdict.values()))
                .containsAll(keys("status.", RemediationState.values()));
        assertThat(summary.keySet())
                .containsAll(keys("verdict.", Verdict.values()))
                .containsAll(keys("class.", ChangeClass.values()))
                .containsAll(keys("cause.", ChangeCause.values()))
                .containsAll(keys("kind.", Finding.Kind.values()));
    }

    private static List<String> keys(String prefix, Enum<?>... codes) {
        return Stream.of(codes).map(code -> prefix + code.name()).toList();
    }
}

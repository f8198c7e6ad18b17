package dev.soc2.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.report.compare.ChangeCause;
import dev.soc2.report.compare.ChangeClass;
import dev.soc2.report.compare.Finding;
import dev.soc2.report.compare.FrameAspect;
import dev.soc2.report.internal.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that a delta or a step summary may print has its words. */
class CodeWordsTest {

    private static PropertyResourceBundle bundle(String file) throws IOException {
        try (InputStream bytes = CodeWordsTest.class.getResourceAsStream(file);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(text);
        }
    }

    @Test
    void everyCodeHasAWord() throws IOException {
        PropertyResourceBundle delta = bundle("delta/delta.properties");
        PropertyResourceBundle summary = bundle("ci/summary.properties");

        assertThat(delta.keySet())
                .containsAll(keys("class.", ChangeClass.values()))
                .containsAll(keys("cause.", ChangeCause.values()))
                .containsAll(keys("explain.", ChangeCause.values()))
                .containsAll(keys("aspect.", FrameAspect.values()))
                .containsAll(keys("conclusion.", CriterionConclusion.values()))
                .containsAll(keys("conclusion.", OperatingConclusion.values()))
                .containsAll(keys("conclusion.", DesignConclusion.values()));
        assertThat(summary.keySet())
                .containsAll(keys("class.", ChangeClass.values()))
                .containsAll(keys("cause.", ChangeCause.values()))
                .containsAll(keys("kind.", Finding.Kind.values()));
    }

    /** A delta knows conclusions by code; what it calls them is what every other report calls them. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aConclusionIsCalledTheSameEverywhere(String language) throws IOException {
        PropertyResourceBundle delta =
                bundle(language.equals("de") ? "delta/delta_de.properties" : "delta/delta.properties");
        Words words = Words.in(Locale.forLanguageTag(language), Optional.empty());

        for (CriterionConclusion conclusion : CriterionConclusion.values()) {
            assertThat(delta.getString("conclusion." + conclusion)).isEqualTo(words.of(conclusion));
        }
        for (OperatingConclusion conclusion : OperatingConclusion.values()) {
            assertThat(delta.getString("conclusion." + conclusion)).isEqualTo(words.of(conclusion));
        }
        for (DesignConclusion conclusion : DesignConclusion.values()) {
            if (conclusion != DesignConclusion.INSUFFICIENT_EVIDENCE) {
                assertThat(delta.getString("conclusion." + conclusion)).isEqualTo(words.of(conclusion));
            }
        }
    }

    private static List<String> keys(String prefix, Enum<?>... codes) {
        return Stream.of(codes).map(code -> prefix + code.name()).toList();
    }
}

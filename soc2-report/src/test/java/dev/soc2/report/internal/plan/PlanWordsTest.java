package dev.soc2.report.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.internal.view.Presentation;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys that are made of the name of a constant, which no search for the keys in the sources can find. */
class PlanWordsTest {

    @Test
    void everyConstantHasAText() {
        PlanWords words =
                PlanWords.of(new Presentation(Optional.empty(), Locale.ENGLISH, Optional.empty(), false, false, false));

        for (Milestone.Kind kind : Milestone.Kind.values()) {
            assertThat(words.of("milestone", kind)).isNotBlank();
            assertThat(words.of("milestone.why", kind)).isNotBlank();
        }
        for (Gap.Kind kind : Gap.Kind.values()) {
            assertThat(words.of("gap", kind)).isNotBlank();
            assertThat(words.of("gap.close", kind)).isNotBlank();
        }
        for (Collecting collecting : Collecting.values()) {
            assertThat(words.of("collecting", collecting)).isNotBlank();
            assertThat(words.of("collecting.why", collecting)).isNotBlank();
        }
    }
}

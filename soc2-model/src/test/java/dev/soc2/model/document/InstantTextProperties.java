package dev.soc2.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of an instant is what the Java platform writes of it. */
class InstantTextProperties {

    private static final long FIRST = -8_520_336_000L;
    private static final long LAST = 8_835_955_199L;

    private static String written(Instant instant) {
        StringBuilder out = new StringBuilder();
        InstantText.append(instant, out);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1700-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "2000-02-29T09:05:07.100Z",
                "2024-12-31T23:59:59.000001Z",
                "2025-10-20T00:00:00.120300Z",
                "2249-12-31T23:59:59.000000001Z"
            })
    void asTheStandardHasIt(String text) {
        assertThat(written(Instant.parse(text))).isEqualTo(text);
    }

    @Property(tries = 5_000)
    void asThePlatformWritesIt(
            @ForAll @LongRange(min = FIRST, max = LAST) long second,
            @ForAll @IntRange(max = 999) int first,
            @ForAll @IntRange(max = 999) int next,
            @ForAll @IntRange(max = 999) int last) {
        for (int nanos :
                new int[] {0, first * 1_000_000, first * 1_000_000 + next * 1_000, (first * 1_000 + next) * 1_000 + last
                }) {
            Instant instant = Instant.ofEpochSecond(second, nanos);

            assertThat(instant).isBetween(Evidence.EARLIEST, Evidence.LATEST);
            assertThat(written(instant)).isEqualTo(instant.toString());
        }
    }
}

package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way of reading a time agrees with the parser of the platform, which is the oracle here. */
class PlainTimesTest {

    private static Optional<Instant> platform(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Test
    void everyDayThatCanBeWrittenIsReadAsThePlatformReadsIt() {
        for (int year : new int[] {0, 1, 1600, 1699, 1700, 1900, 1970, 2000, 2023, 2024, 2100, 2250, 9999}) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = String.format(java.util.Locale.ROOT, "%04d-%02d-%02dT23:59:59Z", year, month, day);
                    assertThat(Times.instant(text).value()).as(text).isEqualTo(platform(text));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-01T00:00:00Z",
                "2025-03-01T24:00:00Z",
                "2025-03-01T23:60:00Z",
                "2016-12-31T23:59:60Z",
                "2025-03-01T09:30:00z",
                "2025-03-01t09:30:00Z",
                "2025-03-01 09:30:00Z",
                "2025/03/01T09:30:00Z",
                "2025-03-01T09:30:00+",
                "2025-03-01T09:30+01Z",
                "2025-03-01T09:30:0\u0660Z",
                "-025-03-01T09:30:00Z",
                "2025-03-01T09:30:00.5Z",
                "2025-03-01T09:30Z",
                "2025-03-01T09:30:00+01:00",
                ""
            })
    void otherFormsAreReadOrRefusedAsThePlatformDoes(String text) {
        assertThat(Times.instant(text).value()).isEqualTo(platform(text));
    }
}

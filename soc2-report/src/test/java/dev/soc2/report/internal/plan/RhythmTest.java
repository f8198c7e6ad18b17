package dev.soc2.report.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.ExaminationPeriod;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    /** A slot is owed when its last day lies inside: Sundays, last days of months, quarters, half-years and years. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-12-31, WEEKLY, 52",
        "2025-01-01, 2025-12-31, MONTHLY, 12",
        "2025-01-01, 2025-12-31, QUARTERLY, 4",
        "2025-01-01, 2025-12-31, SEMIANNUAL, 2",
        "2025-01-01, 2025-12-31, ANNUAL, 1",
        // 15 February to 14 August: months February to July, Q1 and Q2, the first half, no year
        "2025-02-15, 2025-08-14, MONTHLY, 6",
        "2025-02-15, 2025-08-14, QUARTERLY, 2",
        "2025-02-15, 2025-08-14, SEMIANNUAL, 1",
        "2025-02-15, 2025-08-14, ANNUAL, 0",
        // a leap year: February ends on the 29th
        "2024-02-01, 2024-02-28, MONTHLY, 0",
        "2024-02-01, 2024-02-29, MONTHLY, 1",
        // Monday to Saturday, and on to Sunday
        "2025-06-02, 2025-06-07, WEEKLY, 0",
        "2025-06-02, 2025-06-08, WEEKLY, 1"
    })
    void slotsThatEndInThePeriodAreOwed(LocalDate first, LocalDate last, ControlFrequency frequency, long owed) {
        assertThat(Rhythm.owed(control(frequency, EffectiveDates.ALWAYS), period(first, last)))
                .isEqualTo(OptionalLong.of(owed));
    }

    @Test
    void aControlOwesNothingBeforeItBeginsOrAfterItEnds() {
        ExaminationPeriod year = period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        EffectiveDates part = EffectiveDates.between(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 9, 29));

        assertThat(Rhythm.owed(control(ControlFrequency.QUARTERLY, part), year)).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void whatDependsOnBusinessDaysOrEventsIsNotCountedAhead() {
        ExaminationPeriod year = period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

        for (ControlFrequency frequency : List.of(
                ControlFrequency.CONTINUOUS,
                ControlFrequency.MULTIPLE_PER_DAY,
                ControlFrequency.DAILY,
                ControlFrequency.BIWEEKLY,
                ControlFrequency.EVENT,
                ControlFrequency.ONE_OFF)) {
            assertThat(Rhythm.owed(control(frequency, EffectiveDates.ALWAYS), year))
                    .isEmpty();
        }
    }

    private static ExaminationPeriod period(LocalDate first, LocalDate last) {
        return ExaminationPeriod.of(first, last, ZoneOffset.UTC);
    }

    private static Control control(ControlFrequency frequency, EffectiveDates operates) {
        return new Control(
                "C-1",
                "A control",
                "",
                Set.of(CriterionId.of("CC6.1")),
                ControlNature.PREVENTIVE,
                ControlExecution.MANUAL,
                frequency,
                true,
                "",
                "",
                operates,
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}

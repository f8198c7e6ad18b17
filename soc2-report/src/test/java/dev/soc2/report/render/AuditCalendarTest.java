package dev.soc2.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AuditCalendarTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 19);

    @Test
    void nothingIsSetUntilSomebodySetsIt() {
        assertThat(AuditCalendar.NOT_SET.fieldworkStart()).isEmpty();
        assertThat(AuditCalendar.NOT_SET.fieldworkStart(DAY).fieldworkStart()).contains(DAY);
        assertThat(AuditCalendar.NOT_SET.fieldworkStart()).isEmpty();
    }

    @Test
    void allMayBeOneDay() {
        AuditCalendar calendar =
                AuditCalendar.NOT_SET.fieldworkStart(DAY).fieldworkEnd(DAY).reportDate(DAY);

        assertThat(calendar.reportDate()).isEqualTo(calendar.fieldworkEnd());
    }

    @Test
    void fieldworkEndsAfterItStartsAndTheReportComesLast() {
        AuditCalendar calendar = AuditCalendar.NOT_SET.fieldworkStart(DAY);

        assertThatThrownBy(() -> calendar.fieldworkEnd(DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-19 before 2026-01-18");
        assertThatThrownBy(() -> calendar.reportDate(DAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aYearHasFourDigits() {
        assertThatThrownBy(() -> AuditCalendar.NOT_SET.interim(LocalDate.of(12026, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 1900 and 2200");
    }
}

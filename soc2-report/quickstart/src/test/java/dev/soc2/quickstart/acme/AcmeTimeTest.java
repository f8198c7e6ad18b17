package dev.soc2.quickstart.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AcmeTimeTest {

    @Test
    void eightHoursFromThursdayAfternoonEndOnMondayAfterTheHoliday() {
        // 3 July 2025, 16:00: one hour on Thursday, Friday is a holiday, seven hours on Monday.
        Instant due = AcmeTime.afterBusinessHours(Instant.parse("2025-07-03T20:00:00Z"), 8);

        assertThat(due).isEqualTo(Instant.parse("2025-07-07T20:00:00Z"));
    }

    @Test
    void hoursThatStartWhenTheOfficeIsShutEndAtTheNextClosing() {
        // Friday 7 March 2025, 19:00 (-05:00): Monday 09:00 to 17:00, by then -04:00.
        Instant due = AcmeTime.afterBusinessHours(Instant.parse("2025-03-08T00:00:00Z"), 8);

        assertThat(due).isEqualTo(Instant.parse("2025-03-10T21:00:00Z"));
    }

    @Test
    void businessDaysEndAtMidnightAfterTheLast() {
        // Wednesday 26 November 2025: Thursday is a holiday, Friday is the first day, Monday the second.
        Instant due = AcmeTime.afterBusinessDays(Instant.parse("2025-11-26T15:00:00Z"), 2);

        assertThat(due).isEqualTo(Instant.parse("2025-12-02T05:00:00Z"));
    }

    @Test
    void aCalendarDayKeepsTheLocalTimeOverTheChangeOfTheClock() {
        Instant start = AcmeTime.at(LocalDate.of(2025, 3, 8), 20, 0);

        assertThat(Limit.days(1).due(start)).isEqualTo(Instant.parse("2025-03-10T00:00:00Z"));
        assertThat(Limit.hours(24).due(start)).isEqualTo(Instant.parse("2025-03-10T01:00:00Z"));
    }

    @Test
    void weeksOfTheYearAreThoseThatEndInIt() {
        // ISO 8601: week 1 of 2025 is 30 December 2024 to 5 January 2025; the last that ends in 2025 is week 52.
        var weeks = Slot.weeks();

        assertThat(weeks.get(0).id()).isEqualTo("2024-W52");
        assertThat(weeks.get(1)).isEqualTo(new Slot("2025-W01", LocalDate.of(2024, 12, 30), LocalDate.of(2025, 1, 6)));
        assertThat(weeks).hasSize(54).last().extracting(Slot::id).isEqualTo("2026-W01");
    }
}

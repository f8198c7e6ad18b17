package dev.soc2.model.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.criteria.TrustServicesCategory;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngagementValuesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static ExaminationPeriod period(String from, String to, ZoneId zone) {
        return ExaminationPeriod.of(LocalDate.parse(from), LocalDate.parse(to), zone);
    }

    @Test
    void aPeriodBeginsAndEndsAtLocalMidnight() {
        ExaminationPeriod year = period("2025-01-01", "2025-12-31", NEW_YORK);

        // New York is five hours behind UTC in winter.
        assertThat(year.start()).isEqualTo(Instant.parse("2025-01-01T05:00:00Z"));
        assertThat(year.end()).isEqualTo(Instant.parse("2026-01-01T05:00:00Z"));
        assertThat(year.contains(year.start())).isTrue();
        assertThat(year.contains(year.start().minusNanos(1))).isFalse();
        assertThat(year.contains(year.end().minusNanos(1))).isTrue();
        assertThat(year.contains(year.end())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-09, 23", // clocks go forward in New York
        "2025-11-02, 25", // and back
        "2025-07-04, 24"
    })
    void aDayHasAsManyHoursAsTheZoneSays(String day, long hours) {
        ExaminationPeriod one = period(day, day, NEW_YORK);

        assertThat(Duration.between(one.start(), one.end())).isEqualTo(Duration.ofHours(hours));
        assertThat(one.lengthInDays()).isEqualTo(1);
    }

    @Test
    void aDayMayBeginAfterMidnight() {
        // In Beirut clocks went from 00:00 to 01:00 on 27 March 2022: the day begins at 01:00, which is 22:00 UTC.
        ExaminationPeriod day = period("2022-03-27", "2022-03-27", ZoneId.of("Asia/Beirut"));

        assertThat(day.start()).isEqualTo(Instant.parse("2022-03-26T22:00:00Z"));
        assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(23));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-12-31, 366",
        "2025-01-01, 2025-12-31, 365",
        "2024-02-28, 2024-03-01, 3",
        "2025-02-28, 2025-03-01, 2",
        "2026-01-01, 2026-06-30, 181",
        "2024-02-29, 2024-02-29, 1"
    })
    void aPeriodCountsBothItsEnds(String from, String to, long days) {
        assertThat(period(from, to, ZoneOffset.UTC).lengthInDays()).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-02, 2025-01-01", "1899-12-31, 1900-12-31", "2200-01-01, 2201-01-01"})
    void aPeriodThatIsNoneIsRefused(String from, String to) {
        assertThatThrownBy(() -> period(from, to, ZoneOffset.UTC)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTypeOneMeansTheEndOfItsDay() {
        assertThat(new ReportType.TypeI(LocalDate.of(2025, 6, 10), NEW_YORK).instant())
                .isEqualTo(Instant.parse("2025-06-11T04:00:00Z"));
        assertThatThrownBy(() -> new ReportType.TypeI(LocalDate.MAX, NEW_YORK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1", "1.00", "2.5"})
    void aToleranceOutsideItsRangeIsRefused(BigDecimal rate) {
        assertThatThrownBy(() -> new DeviationPolicy.Tolerance(rate)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.05, 5%", "0.0250, 2.5%", "0.999, 99.9%", "0.00001, 0.001%"})
    void aToleranceIsWrittenInPercent(BigDecimal rate, String percent) {
        assertThat(new DeviationPolicy.Tolerance(rate).written()).isEqualTo("TOLERANCE " + percent);
        assertThat(DeviationPolicy.CENSUS.written()).isEqualTo("CENSUS");
        assertThat(DeviationPolicy.STRICT.written()).isEqualTo("STRICT");
    }

    @Test
    void aPolicyIsTakenApartByItsCase() {
        DeviationPolicy tolerance = new DeviationPolicy.Tolerance(BigDecimal.ZERO);

        assertThat(DeviationPolicy.CENSUS.match(() -> 1, () -> 2, t -> 3)).isEqualTo(1);
        assertThat(DeviationPolicy.STRICT.match(() -> 1, () -> 2, t -> 3)).isEqualTo(2);
        assertThat(tolerance.match(() -> 1, () -> 2, t -> 3)).isEqualTo(3);
    }

    private static BusinessCalendar calendar(String id, String opens, String closes, Set<DayOfWeek> days) {
        return new BusinessCalendar(
                id, NEW_YORK, LocalTime.parse(opens), LocalTime.parse(closes), days, Set.of(LocalDate.of(2025, 7, 4)));
    }

    @Test
    void aBusinessDayIsAWorkedDayOfTheWeekThatIsNoHoliday() {
        BusinessCalendar us = calendar("us", "09:00", "17:00", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

        assertThat(us.isBusinessDay(LocalDate.of(2025, 7, 3))).isTrue(); // Thursday
        assertThat(us.isBusinessDay(LocalDate.of(2025, 7, 4))).isFalse(); // Friday, a holiday
        assertThat(us.isBusinessDay(LocalDate.of(2025, 7, 5))).isFalse(); // Saturday
        assertThat(us.isBusinessDay(LocalDate.of(2024, 2, 29))).isTrue(); // leap day, a Thursday
    }

    @Test
    void aCalendarThatNeverWorksIsRefused() {
        Set<DayOfWeek> monday = EnumSet.of(DayOfWeek.MONDAY);

        assertThatThrownBy(() -> calendar("us", "09:00", "17:00", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar("us", "17:00", "17:00", monday)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar("us", "17:00", "09:00", monday)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar(" ", "09:00", "17:00", monday)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEngagementAlwaysExaminesSecurity() {
        Engagement engagement = Engagement.typeII("e", "Acme")
                .period(period("2025-01-01", "2025-12-31", NEW_YORK))
                .categories(TrustServicesCategory.PRIVACY)
                .build();

        assertThat(engagement.categories())
                .containsExactly(TrustServicesCategory.SECURITY, TrustServicesCategory.PRIVACY);
        assertThat(engagement.toBuilder().build()).isEqualTo(engagement);
        assertThat(engagement.lastDay()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(engagement.zone()).isEqualTo(NEW_YORK);
    }

    @Test
    void anEngagementHasAPeriodOrADateAndNotTheOther() {
        LocalDate day = LocalDate.of(2025, 6, 10);

        assertThatThrownBy(() -> Engagement.typeII("e", "Acme").build()).hasMessageContaining("needs a period");
        assertThatThrownBy(() -> Engagement.typeI("e", "Acme").build()).hasMessageContaining("needs a date");
        assertThatThrownBy(
                        () -> Engagement.typeII("e", "Acme").date(day, NEW_YORK).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Engagement.typeI("e", "Acme").period(day, day, NEW_YORK).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Engagement.typeI(" ", "Acme").date(day, NEW_YORK).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAccountThatNobodyKnowsStandsForItself() {
        Identities identities = new Identities(Map.of("ann.admin", "ann"));

        assertThat(identities.personOf("ann.admin")).isEqualTo("ann");
        assertThat(identities.personOf("ann")).isEqualTo("ann");
        assertThat(identities.personOf("Ann.admin")).isEqualTo("Ann.admin");
    }
}

package dev.soc2.report.internal.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Days and times as a reader writes them, in one zone and never in the machine's. */
public record Dates(ZoneId zone, Locale locale, Words words) {

    // The root locale's month names differ between Java versions; the default form must not.
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** Checks the invariants. */
    public Dates {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(words, "words");
    }

    /** Such as {@code 1 Jan 2025}. */
    public String day(LocalDate day) {
        if (locale.equals(Locale.ROOT)) {
            return day.getDayOfMonth() + " " + name(day.getMonthValue()) + " " + day.getYear();
        }
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /** The local day of an instant. */
    public String day(Instant instant) {
        return day(local(instant));
    }

    /** The local day of an instant. */
    public LocalDate local(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The last day of a time that ends before an instant. */
    public String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    /** Local day and time, such as {@code 1 Jan 2025 09:30}; seconds only when there are any. */
    public String time(Instant instant) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        String pattern = time.getSecond() == 0 ? "HH:mm" : "HH:mm:ss";
        return day(instant) + " "
                + DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }

    /** A time by which something is due; midnight is the end of the day before. */
    public String due(Instant instant) {
        return instant.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? words.text("by.end", lastDay(instant))
                : time(instant);
    }

    /** Such as {@code Jan 2025}. */
    public String month(YearMonth month) {
        return locale.equals(Locale.ROOT)
                ? name(month.getMonthValue()) + " " + month.getYear()
                : DateTimeFormatter.ofPattern("LLL uuuu", locale).format(month);
    }

    /** The month without its year, such as {@code Jan}. */
    public String brief(YearMonth month) {
        return locale.equals(Locale.ROOT)
                ? name(month.getMonthValue())
                : DateTimeFormatter.ofPattern("LLL", locale).format(month);
    }

    private static String name(int month) {
        return MONTHS.get(month - 1);
    }
}

package dev.soc2.model.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Instants as {@link Instant#toString} writes them, without the formatter, which takes longer than all other fields. */
final class InstantText {

    private static final int DAY = 86_400;

    private InstantText() {}

    /** Appends an instant of a year of four digits, as those of evidence are. */
    static void append(Instant instant, StringBuilder out) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        int second = (int) Math.floorMod(instant.getEpochSecond(), (long) DAY);
        two(day.getYear() / 100, out);
        two(day.getYear() % 100, out);
        two(day.getMonthValue(), out.append('-'));
        two(day.getDayOfMonth(), out.append('-'));
        two(second / 3_600, out.append('T'));
        two(second / 60 % 60, out.append(':'));
        two(second % 60, out.append(':'));
        fraction(instant.getNano(), out);
        out.append('Z');
    }

    private static void two(int number, StringBuilder out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Nothing, or three, six or nine digits. */
    private static void fraction(int nanos, StringBuilder out) {
        if (nanos == 0) {
            return;
        }
        int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        out.append('.');
        int unit = 100_000_000;
        for (int i = 0; i < digits; i++) {
            out.append((char) ('0' + nanos / unit % 10));
            unit /= 10;
        }
    }
}

package dev.soc2.evidence.internal.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Days and times as workbooks count them: days since an epoch, the time as a fraction of a day. Of the year 1900 they
 * count a 29 February that never was. Times are told to the millisecond, which is what the fractions hold.
 */
final class SerialTime {

    private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000);
    private static final int FEIGNED_DAY = 60;
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate BEFORE_FEIGNED = LocalDate.of(1899, 12, 31);
    private static final LocalDate BEHIND_FEIGNED = LocalDate.of(1899, 12, 30);
    private static final BigDecimal BEYOND = BigDecimal.valueOf(2_958_466);

    private SerialTime() {}

    /** The day or time in ISO-8601; nothing for a number that is neither. */
    static Optional<String> iso(BigDecimal serial, NumberKind kind, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(BEYOND) >= 0) {
            return Optional.empty();
        }
        int day = serial.intValue();
        int millis = serial.subtract(BigDecimal.valueOf(day))
                .multiply(MILLIS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        if (millis == MILLIS_OF_DAY.intValueExact()) {
            day++;
            millis = 0;
        }
        LocalTime time = LocalTime.ofNanoOfDay(millis * 1_000_000L);
        if (kind == NumberKind.TIME_OF_DAY && day == 0) {
            return Optional.of(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
        }
        return day(day, from1904)
                .filter(date -> date.getYear() <= 9_999)
                .map(date -> kind == NumberKind.DAY && time.equals(LocalTime.MIDNIGHT)
                        ? date.toString()
                        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date.atTime(time)));
    }

    private static Optional<LocalDate> day(int day, boolean from1904) {
        if (from1904) {
            return Optional.of(EPOCH_1904.plusDays(day));
        }
        if (day == 0 || day == FEIGNED_DAY) {
            return Optional.empty();
        }
        return Optional.of((day < FEIGNED_DAY ? BEFORE_FEIGNED : BEHIND_FEIGNED).plusDays(day));
    }
}

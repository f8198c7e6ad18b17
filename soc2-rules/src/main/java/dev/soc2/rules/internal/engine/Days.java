package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Stretches of time in words: as days, both ends included, when they begin and end at midnight, else as instants. */
final class Days {

    private static final int MOST = 10;

    private Days() {}

    static String words(List<Window> windows, ZoneId zone) {
        return windows.stream().limit(MOST).map(w -> words(w, zone)).collect(Collectors.joining(", "))
                + (windows.size() > MOST ? ", ..." : "");
    }

    private static String words(Window window, ZoneId zone) {
        ZonedDateTime from = Nanos.instant(window.from()).atZone(zone);
        ZonedDateTime to = Nanos.instant(window.to()).atZone(zone);
        if (!isStartOfDay(from) || !isStartOfDay(to)) {
            Instant first = from.toInstant();
            return first + " to " + to.toInstant();
        }
        LocalDate last = to.toLocalDate().minusDays(1);
        return from.toLocalDate().equals(last) ? last.toString() : from.toLocalDate() + " to " + last;
    }

    private static boolean isStartOfDay(ZonedDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                || time.toInstant()
                        .equals(time.toLocalDate().atStartOfDay(time.getZone()).toInstant());
    }
}

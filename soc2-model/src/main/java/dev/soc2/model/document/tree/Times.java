package dev.soc2.model.document.tree;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** Days, moments and zones as documents write them. */
final class Times {

    private Times() {}

    /** What was read, or what is wrong with it. */
    record Reading<T>(Optional<T> value, String what, String fix) {

        static <T> Reading<T> of(T value) {
            return new Reading<>(Optional.of(value), "", "");
        }

        static <T> Reading<T> refused(String what, String fix) {
            return new Reading<>(Optional.empty(), what, fix);
        }
    }

    static Reading<LocalDate> date(String text) {
        String fix = "write the day as 2025-12-31";
        return tried(LocalDate::parse, text)
                .map(Reading::of)
                .orElseGet(() -> Reading.refused(
                        text.contains("T") ? "wants a day, and this is a time" : "wants a day that exists", fix));
    }

    static Reading<Instant> instant(String text) {
        long second = PlainTimes.wholeSecond(text);
        if (second != PlainTimes.NOT_PLAIN) {
            return Reading.of(Instant.ofEpochSecond(second));
        }
        String fix = "write the time in ISO-8601 with an offset, as 2025-03-01T09:30:00Z or 2025-03-01T09:30:00+01:00";
        Optional<Instant> moment = tried(t -> OffsetDateTime.parse(t).toInstant(), text);
        if (moment.isPresent()) {
            return Reading.of(moment.get());
        }
        boolean noOffset = tried(LocalDateTime::parse, text).isPresent();
        boolean noTime = tried(LocalDate::parse, text).isPresent();
        return Reading.refused(
                noOffset
                        ? "wants a time with an offset, and this has none"
                        : noTime ? "wants a time with an offset, and this is a day" : "wants a time that exists",
                fix);
    }

    static Reading<ZoneId> zone(String text) {
        return tried(ZoneId::of, text).map(Reading::of).orElseGet(() -> {
            Optional<String> nearest = Nearest.to(text, ZoneId.getAvailableZoneIds());
            return Reading.refused(
                    "wants a time zone",
                    nearest.map(name -> "use '" + name + "'")
                            .orElse("write the zone as America/New_York, UTC or +01:00"));
        });
    }

    private static <T> Optional<T> tried(Function<String, T> parser, String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

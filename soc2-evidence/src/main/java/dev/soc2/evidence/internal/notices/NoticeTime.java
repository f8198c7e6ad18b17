package dev.soc2.evidence.internal.notices;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A time as people write it into a notice: {@code 2023-12-04T8:00:00-00:00} or {@code 2020-06-13 15:54}. Without an
 * offset it is a time of the declared zone, and nothing when there is none.
 */
final class NoticeTime {

    private static final List<DateTimeFormatter> FORMS = List.of(form("'T'"), form("' '"));

    private NoticeTime() {}

    static Optional<Instant> of(String text, Optional<ZoneId> zone) {
        return FORMS.stream()
                .flatMap(form -> parse(form, text.strip(), zone).stream())
                .findFirst();
    }

    private static Optional<Instant> parse(DateTimeFormatter form, String text, Optional<ZoneId> zone) {
        try {
            TemporalAccessor read = form.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime exact
                    ? Optional.of(exact.toInstant())
                    : zone.map(known -> ((LocalDateTime) read).atZone(known).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String between) {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd" + between)
                .appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NOT_NEGATIVE)
                .appendPattern(":mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendPattern("[' ']")
                .optionalStart()
                .appendOffset("+HH:MM", "Z")
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}

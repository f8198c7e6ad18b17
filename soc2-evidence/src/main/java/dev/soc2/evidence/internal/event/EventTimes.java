package dev.soc2.evidence.internal.event;

import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.outcome.ImportCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the times of rows: ISO-8601 with an offset, milliseconds since 1970, and, when the option {@code zone} names a
 * zone, times without an offset. A row without a time is refused unless {@code undated} says what stands in.
 */
public final class EventTimes {

    /** What becomes of a row without a usable time. */
    public enum Undated {
        REFUSE,
        EXTRACTED_AT
    }

    /** Smaller numbers are no milliseconds of any log: they would lie before March 1973. */
    private static final BigDecimal LEAST_MILLIS = new BigDecimal("100000000000");

    private final Optional<ZoneId> zone;
    private final Undated undated;

    private EventTimes(Optional<ZoneId> zone, Undated undated) {
        this.zone = zone;
        this.undated = undated;
    }

    public static EventTimes of(FormatOptions options) {
        return new EventTimes(
                options.zone("zone"), options.oneOf("undated", Undated.class).orElse(Undated.REFUSE));
    }

    /** The options that decide which rows become records. */
    public String query() {
        return undated == Undated.REFUSE ? "" : "undated=" + undated;
    }

    /** When a row happened, by the first of some fields that holds a time; without one the row is refused. */
    public Optional<When> when(EventRow row, String... paths) {
        Optional<Instant> at = Arrays.stream(paths)
                .flatMap(path -> read(row.value(), path).stream())
                .findFirst();
        Optional<Instant> extractedAt = row.file().extractedAt();
        if (at.isPresent()) {
            return at.map(instant -> When.of(instant, extractedAt));
        }
        if (undated == Undated.EXTRACTED_AT && extractedAt.isPresent()) {
            return extractedAt.map(instant -> new When(instant, instant, false));
        }
        refuse(row, paths);
        return Optional.empty();
    }

    /** The time in a field. */
    public Optional<Instant> read(JsonObject value, String path) {
        Optional<Instant> millis = value.number(path)
                .filter(number -> number.compareTo(LEAST_MILLIS) >= 0)
                .flatMap(number -> value.millis(path));
        return millis.or(() -> value.text(path).flatMap(this::read));
    }

    private Optional<Instant> read(String text) {
        String iso = iso(text);
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            return zone.flatMap(in -> local(iso, in));
        }
    }

    private static Optional<Instant> local(String iso, ZoneId zone) {
        try {
            LocalDateTime local = LocalDateTime.parse(iso);
            // A time that the clocks of the zone never showed is not this zone's time.
            return zone.getRules().getValidOffsets(local).stream()
                    .map(local::toInstant)
                    .findFirst();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Many programs write a blank where ISO-8601 has a T. */
    private static String iso(String text) {
        String stripped = text.strip();
        return stripped.length() > 10 && stripped.charAt(10) == ' '
                ? stripped.substring(0, 10) + 'T' + stripped.substring(11)
                : stripped;
    }

    private void refuse(EventRow row, String... paths) {
        boolean isLocal = zone.isEmpty()
                && Arrays.stream(paths)
                        .flatMap(path -> row.value().text(path).stream())
                        .anyMatch(text -> isLocal(iso(text)));
        String field = "`" + String.join("` or `", paths) + "`";
        if (isLocal) {
            row.refuse(
                    ImportCode.FIELD,
                    "the time in " + field + " has no offset",
                    "name the zone of such times in the option `zone`, or export them with an offset");
        } else {
            row.refuse(
                    ImportCode.FIELD,
                    "the row has no time that can be read in " + field,
                    "export it with its time; `undated: EXTRACTED_AT` with `extractedAt` dates such rows by the export");
        }
    }

    private static boolean isLocal(String iso) {
        try {
            LocalDateTime.parse(iso);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

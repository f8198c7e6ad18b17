package dev.soc2.report.internal.plan;

import dev.soc2.report.internal.words.Visible;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Content lines of iCalendar (RFC 5545): ended by CR LF, folded after 75 octets without cutting a character, and with
 * texts in which nothing is markup.
 */
final class CalendarLines {

    private static final int MOST_OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder(1 << 13);

    /** A component and what stands in it. */
    void component(String name, Runnable content) {
        line("BEGIN:" + name);
        content.run();
        line("END:" + name);
    }

    /** A property whose value is one of a few words, a name or a number. */
    void word(String property, String value) {
        line(property + ":" + value);
    }

    /** A day without a time, in no zone. */
    void day(String property, LocalDate day) {
        line(property + ";VALUE=DATE:" + DAY.format(day));
    }

    /** An instant, in UTC. */
    void instant(String property, Instant instant) {
        line(property + ":" + STAMP.format(instant));
    }

    /** A text of one line. */
    void text(String property, String text) {
        line(property + ":" + escaped(text));
    }

    /** A text of several lines. */
    void text(String property, List<String> lines) {
        line(property + ":" + lines.stream().map(CalendarLines::escaped).collect(Collectors.joining("\\n")));
    }

    private static String escaped(String text) {
        return Visible.line(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            String sign = Character.toString(c);
            int size = sign.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MOST_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(sign);
            octets += size;
            i += sign.length();
        }
        out.append("\r\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

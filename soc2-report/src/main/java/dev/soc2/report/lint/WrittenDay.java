package dev.soc2.report.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people write it, in English or German: {@code 2025-01-01}, {@code 1 January 2025}, {@code 01.01.2025}. */
final class WrittenDay {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)[.-](\\d+)[.-](\\d+)");
    private static final Pattern WORDS = Pattern.compile("(?:(\\d+)\\.? )?(\\p{L}+)(?: (\\d{1,2}))?,? (\\d{4})");
    // Both languages agree on the first three letters of all other months.
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "jän"),
            List.of("feb"),
            List.of("mar", "mär"),
            List.of("apr"),
            List.of("may", "mai"),
            List.of("jun"),
            List.of("jul"),
            List.of("aug"),
            List.of("sep"),
            List.of("oct", "okt"),
            List.of("nov"),
            List.of("dec", "dez"));

    private WrittenDay() {}

    /** The day, or nothing when it is none that this class can read. */
    static Optional<LocalDate> read(String text) {
        try {
            Matcher numbers = NUMBERS.matcher(text);
            if (numbers.matches()) {
                boolean yearFirst = numbers.group(1).length() == 4;
                return Optional.of(LocalDate.of(
                        Integer.parseInt(numbers.group(yearFirst ? 1 : 3)),
                        Integer.parseInt(numbers.group(2)),
                        Integer.parseInt(numbers.group(yearFirst ? 3 : 1))));
            }
            Matcher words = WORDS.matcher(text);
            if (words.matches() && (words.group(1) == null) != (words.group(3) == null)) {
                String month = words.group(2).toLowerCase(Locale.ROOT);
                String day = words.group(1) == null ? words.group(3) : words.group(1);
                for (int m = 0; m < MONTHS.size(); m++) {
                    if (MONTHS.get(m).stream().anyMatch(month::startsWith)) {
                        return Optional.of(
                                LocalDate.of(Integer.parseInt(words.group(4)), m + 1, Integer.parseInt(day)));
                    }
                }
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

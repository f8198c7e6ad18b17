package dev.soc2.evidence.internal.hdf;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an attestation holds, in the words of the format or as a number of days, weeks, months or years.
 *
 * @param period the time
 */
record AttestationFrequency(Period period) {

    private static final Map<String, Period> WORDS = Map.of(
            "annually", Period.ofYears(1),
            "semiannually", Period.ofMonths(6),
            "quarterly", Period.ofMonths(3),
            "monthly", Period.ofMonths(1),
            "every2weeks", Period.ofWeeks(2),
            "weekly", Period.ofWeeks(1),
            "every3days", Period.ofDays(3),
            "daily", Period.ofDays(1));

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,5})([dwmy])");

    static Optional<AttestationFrequency> of(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(word);
        if (!number.matches()) {
            return Optional.ofNullable(WORDS.get(word)).map(AttestationFrequency::new);
        }
        int count = Integer.parseInt(number.group(1));
        return Optional.of(new AttestationFrequency(
                switch (number.group(2)) {
                    case "d" -> Period.ofDays(count);
                    case "w" -> Period.ofWeeks(count);
                    case "m" -> Period.ofMonths(count);
                    default -> Period.ofYears(count);
                }));
    }

    Optional<OffsetDateTime> after(OffsetDateTime from) {
        try {
            return Optional.of(from.plus(period));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

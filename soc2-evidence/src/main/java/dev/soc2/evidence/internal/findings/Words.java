package dev.soc2.evidence.internal.findings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words of scanners in the project's form: upper case with {@code _}, one word for one meaning. */
public final class Words {

    private static final Map<String, String> SEVERITIES = Map.of(
            "MODERATE", "MEDIUM",
            "IMPORTANT", "HIGH",
            "INFO", "INFORMATIONAL");

    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("PASS", "PASS"),
            Map.entry("PASSED", "PASS"),
            Map.entry("COMPLIANT", "PASS"),
            Map.entry("FAIL", "FAIL"),
            Map.entry("FAILED", "FAIL"),
            Map.entry("NON_COMPLIANT", "FAIL"),
            Map.entry("NONCOMPLIANT", "FAIL"),
            Map.entry("WARN", "WARNING"),
            Map.entry("WARNING", "WARNING"),
            Map.entry("MANUAL", "MANUAL"),
            Map.entry("NOT_AVAILABLE", "NOT_AVAILABLE"),
            Map.entry("NOT_APPLICABLE", "NOT_APPLICABLE"),
            Map.entry("EXCEPTION", "EXCEPTION"));

    private Words() {}

    /** A word in upper case. */
    public static String upper(String word) {
        return word.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** The word for how severe a finding is, as the tool says it. */
    public static String severity(String word) {
        String upper = upper(word);
        return SEVERITIES.getOrDefault(upper, upper);
    }

    /** The qualitative rating of a CVSS score from 0.0 to 10.0, as CVSS 3.1 and 4.0 define it. */
    public static Optional<String> rating(BigDecimal score) {
        if (score.signum() < 0 || score.compareTo(BigDecimal.TEN) > 0) {
            return Optional.empty();
        }
        if (score.signum() == 0) {
            return Optional.of("NONE");
        }
        if (score.compareTo(BigDecimal.valueOf(4)) < 0) {
            return Optional.of("LOW");
        }
        if (score.compareTo(BigDecimal.valueOf(7)) < 0) {
            return Optional.of("MEDIUM");
        }
        return Optional.of(score.compareTo(BigDecimal.valueOf(9)) < 0 ? "HIGH" : "CRITICAL");
    }

    /** The outcome of a check, when the word is one. */
    public static Optional<String> status(String word) {
        return Optional.ofNullable(STATUSES.get(upper(word)));
    }
}

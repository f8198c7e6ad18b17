package dev.soc2.report.lint;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.Comparator;
import java.util.Objects;

/**
 * One fault in what a report says.
 *
 * @param rule the rule that found it
 * @param place where it stands, such as {@code control IAM-03, test T1}
 * @param text what is wrong
 * @param fix how to mend it
 */
public record LintFinding(LintRule rule, String place, String text, String fix) implements Comparable<LintFinding> {

    private static final Comparator<LintFinding> ORDER = Comparator.comparing(LintFinding::rule)
            .thenComparing(LintFinding::place)
            .thenComparing(LintFinding::text);

    /** Checks the invariants. */
    public LintFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(place, "place");
        if (text.isBlank() || fix.isBlank()) {
            throw new IllegalArgumentException("a finding says what is wrong and how to mend it (" + rule + ")");
        }
    }

    /** Orders by rule, then place, then text. */
    @Override
    public int compareTo(LintFinding other) {
        return ORDER.compare(this, other);
    }

    /**
     * The finding as a warning.
     *
     * @return an issue at its place
     */
    public Issue toWarning() {
        return Issue.warning(rule.code(), Location.of(place), rule + ": " + text, fix);
    }

    /**
     * The finding as an error.
     *
     * @return an issue at its place
     */
    public Issue toError() {
        return Issue.error(rule.code(), Location.of(place), rule + ": " + text, fix);
    }
}

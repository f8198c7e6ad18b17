package dev.soc2.rules.scenario;

import java.util.List;
import java.util.Objects;

/**
 * One thing that came out otherwise than a scenario expects.
 *
 * @param what what was compared, such as {@code control IAM-04, test T1, item 'prod 2025-Q3'}
 * @param expected what the scenario expects
 * @param actual what came out, with its reasons
 * @param evidence the records that decided it, each as its evidence line
 */
public record Mismatch(String what, String expected, String actual, List<String> evidence) {

    /** Copies the list. */
    public Mismatch {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(actual, "actual");
        evidence = List.copyOf(evidence);
    }

    /**
     * The mismatch on lines of their own.
     *
     * @return what, expected, actual and the evidence
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(what);
        text.append("\n    expected: ").append(expected);
        text.append("\n    actual:   ").append(actual);
        evidence.forEach(line -> text.append("\n    evidence: ").append(line));
        return text.toString();
    }
}

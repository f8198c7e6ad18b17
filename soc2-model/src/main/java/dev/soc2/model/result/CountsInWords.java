package dev.soc2.model.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** The counts that decided a test, with the arithmetic of its policy. */
final class CountsInWords {

    private static final long RATE_COUNTS_FROM = 20;

    private CountsInWords() {}

    static String of(TestResult test) {
        OutcomeCounts counts = test.counts();
        return counted(counts) + (counts.evaluated() == 0 ? "" : "; " + borne(test)) + "." + uncounted(counts);
    }

    static String of(InspectionResult inspection) {
        OutcomeCounts counts = inspection.counts();
        return counts.conforming() + (counts.conforming() == 1 ? " item shows it, " : " items show it, ")
                + counts.deviations() + (counts.deviations() == 1 ? " contradicts it, " : " contradict it, ")
                + counts.undetermined() + " undetermined." + uncounted(counts);
    }

    private static String counted(OutcomeCounts counts) {
        long n = counts.evaluated();
        if (n == 0) {
            return "No item was evaluated";
        }
        String items = n == 1 ? " item" : " items";
        String deviations = counts.deviations() + (counts.deviations() == 1 ? " deviation of " : " deviations of ") + n
                + items + " (" + percent(counts.deviations(), n) + ")";
        return counts.undetermined() == 0
                ? deviations
                : deviations + ", " + counts.undetermined() + " undetermined ("
                        + percent(counts.deviations() + counts.undetermined(), n) + " together)";
    }

    private static String borne(TestResult test) {
        if (test.sample().isPresent()) {
            return "a sample: " + test.sample().get().statement();
        }
        if (test.ruleKind().equals("PROHIBITION")) {
            return "what must not exist is borne by no policy";
        }
        if (test.ruleKind().equals("ANY_OF") || test.ruleKind().equals("ALL_OF")) {
            return "each part of the rule is weighed by itself under " + test.policy();
        }
        long n = test.counts().evaluated();
        return switch (test.policy()) {
            case "CENSUS" ->
                n < RATE_COUNTS_FROM
                        ? "CENSUS with fewer than 20 items bears one that is late, and none that is absent or wrong"
                        : "CENSUS bears up to 5 %, which is " + n / RATE_COUNTS_FROM;
            case "STRICT" -> "STRICT bears none";
            default -> test.policy() + " bears up to its rate";
        };
    }

    private static String uncounted(OutcomeCounts counts) {
        String others = List.of(ItemOutcome.EXCUSED, ItemOutcome.PENDING, ItemOutcome.OUT_OF_SCOPE).stream()
                .filter(outcome -> counts.of(outcome) > 0)
                .map(outcome -> counts.of(outcome) + " " + outcome)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : " Not counted: " + others + ".";
    }

    private static String percent(long k, long n) {
        return BigDecimal.valueOf(100 * k).divide(BigDecimal.valueOf(n), 1, RoundingMode.HALF_UP) + " %";
    }
}

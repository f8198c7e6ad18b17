package dev.soc2.report.internal.view;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The result of a test as the fourth column of a report says it. */
public final class TestWords {

    private TestWords() {}

    /** Such as {@code No exceptions noted}; said only where the test is effective without a doubt. */
    public static String result(TestResult test) {
        OutcomeCounts counts = test.counts();
        if (test.sample().isPresent()) {
            return sampled(test, test.sample().get());
        }
        List<String> parts = new ArrayList<>();
        if (counts.deviations() > 0) {
            parts.add((counts.deviations() == 1 ? "Exception noted: " : "Exceptions noted: ")
                    + share(counts.deviations(), counts.evaluated()));
        }
        if (counts.undetermined() > 0) {
            parts.add("Undetermined: " + share(counts.undetermined(), counts.evaluated()));
        }
        if (!parts.isEmpty()) {
            return String.join(". ", parts);
        }
        if (test.effectiveConclusion() == OperatingConclusion.EFFECTIVE && counts.evaluated() > 0) {
            return "No exceptions noted";
        }
        return Words.of(test.effectiveConclusion());
    }

    private static String sampled(TestResult test, SampleResult sample) {
        String found = test.counts().deviations() > 0
                ? (test.counts().deviations() == 1 ? "Exception" : "Exceptions") + " noted in the sample"
                : test.effectiveConclusion() == OperatingConclusion.EFFECTIVE
                        ? "No exceptions noted in the sample"
                        : Words.of(test.effectiveConclusion());
        return found + ": " + sample.statement();
    }

    /** Whether the test was carried out at all. */
    public static boolean isCarriedOut(TestResult test) {
        return test.conclusion() != OperatingConclusion.NOT_TESTED;
    }

    /** The test performed, such as {@code Inspected the complete population: every ...}; or that it was not. */
    public static String test(TestResult test) {
        return isCarriedOut(test)
                ? Words.of(test.procedure()) + " " + Words.of(test.lane()) + ": " + test.rule()
                : "Not carried out: " + test.rule();
    }

    /** What it takes to draw a sample again: method, seed, hash of the population; each with its name. */
    public static List<Map.Entry<String, String>> draw(SampleResult sample) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry("Sample", sample.statement()));
        facts.add(Map.entry("Size", Figures.count(sample.size(), "item", "items") + ", " + sample.sizing()));
        facts.add(Map.entry("Chosen", sample.method().name() + ", " + Words.of(sample.method())));
        facts.add(Map.entry("Not a census", sample.impracticable()));
        if (!sample.seed().isEmpty()) {
            facts.add(Map.entry(sample.seedGiven() ? "Seed, given" : "Seed", sample.seed()));
        }
        facts.add(Map.entry("Population hash", sample.populationHash()));
        facts.add(Map.entry("Items drawn", String.join(", ", sample.ids())));
        return List.copyOf(facts);
    }

    /** Such as {@code 3 of 41 (7.3 %)}. */
    public static String share(long part, long whole) {
        return Figures.grouped(part) + " of " + Figures.grouped(whole) + " (" + Figures.percent(part, whole) + ")";
    }

    /** What was left out of the evaluation, with counts; empty when nothing was. */
    public static String others(OutcomeCounts counts) {
        List<String> parts = new ArrayList<>();
        for (ItemOutcome outcome : List.of(ItemOutcome.EXCUSED, ItemOutcome.PENDING, ItemOutcome.OUT_OF_SCOPE)) {
            if (counts.of(outcome) > 0) {
                parts.add(Figures.grouped(counts.of(outcome)) + " " + Words.of(outcome));
            }
        }
        return String.join(", ", parts);
    }

    /** Such as {@code 97.9 % of 2 184 h known, 48 h violating (longest 48 h), 18 h excused}, hours rounded up. */
    public static String time(TestCoverage coverage) {
        Duration counted = coverage.known().plus(coverage.unknown());
        List<String> parts = new ArrayList<>();
        parts.add((counted.isZero() ? "0" : Figures.percent(coverage.known().toSeconds(), counted.toSeconds())) + " of "
                + hours(counted) + " known");
        if (!coverage.violating().isZero()) {
            parts.add(hours(coverage.violating()) + " violating (longest " + hours(coverage.longestViolation()) + ")");
        }
        if (!coverage.excused().isZero()) {
            parts.add(hours(coverage.excused()) + " excused");
        }
        return String.join(", ", parts);
    }

    private static String hours(Duration duration) {
        boolean whole = duration.equals(Duration.ofHours(duration.toHours()));
        return Figures.grouped(duration.toHours() + (whole ? 0 : 1)) + " h";
    }

    /** A reason in words, with the facts of the case when there are any. */
    public static String of(Reason reason) {
        return reason.text().isEmpty() ? Words.of(reason.code()) : Words.of(reason.code()) + ": " + reason.text();
    }

    /** An attribute as a person would write it: a list with commas, a map as {@code name: value}. */
    public static String written(AttributeValue value) {
        return words(value.plain());
    }

    private static String words(Object plain) {
        if (plain instanceof List<?> list) {
            return list.stream().map(TestWords::words).collect(Collectors.joining(", ", "[", "]"));
        }
        if (plain instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + ": " + words(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return plain instanceof BigDecimal number ? number.toPlainString() : plain.toString();
    }

    /** The facts of a reason alone, where they say enough. */
    public static String facts(Reason reason) {
        return reason.text().isEmpty() ? Words.of(reason.code()) : reason.text();
    }
}

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
public record TestWords(Words words) {

    /** Such as {@code No exceptions noted}; said only where the test is effective without a doubt. */
    public String result(TestResult test) {
        OutcomeCounts counts = test.counts();
        if (test.sample().isPresent()) {
            return sampled(test, test.sample().get());
        }
        List<String> parts = new ArrayList<>();
        if (counts.deviations() > 0) {
            parts.add(words.text(
                    counts.deviations() == 1 ? "noted.one" : "noted.other",
                    words.share(counts.deviations(), counts.evaluated())));
        }
        if (counts.undetermined() > 0) {
            parts.add(words.text("noted.undetermined", words.share(counts.undetermined(), counts.evaluated())));
        }
        if (!parts.isEmpty()) {
            return String.join(". ", parts);
        }
        if (test.effectiveConclusion() == OperatingConclusion.EFFECTIVE && counts.evaluated() > 0) {
            return words.text("noted.none");
        }
        return words.of(test.effectiveConclusion());
    }

    private String sampled(TestResult test, SampleResult sample) {
        String found = test.counts().deviations() > 0
                ? words.text(test.counts().deviations() == 1 ? "noted.sample.one" : "noted.sample.other")
                : test.effectiveConclusion() == OperatingConclusion.EFFECTIVE
                        ? words.text("noted.sample.none")
                        : words.of(test.effectiveConclusion());
        return found + ": " + sample.statement();
    }

    /** Whether the test was carried out at all. */
    public static boolean isCarriedOut(TestResult test) {
        return test.conclusion() != OperatingConclusion.NOT_TESTED;
    }

    /** The test performed, such as {@code Inspected the complete population: every ...}; or that it was not. */
    public String test(TestResult test) {
        return isCarriedOut(test)
                ? words.text("performed", words.of(test.procedure()), words.of(test.lane()), test.rule())
                : words.text("performed.not", test.rule());
    }

    /** What it takes to draw a sample again: method, seed, hash of the population; each with its name. */
    public List<Map.Entry<String, String>> draw(SampleResult sample) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry(words.text("draw.sample"), sample.statement()));
        facts.add(Map.entry(words.text("draw.size"), words.count("items", sample.size()) + ", " + sample.sizing()));
        facts.add(Map.entry(words.text("draw.chosen"), sample.method().name() + ", " + words.of(sample.method())));
        facts.add(Map.entry(words.text("draw.impracticable"), sample.impracticable()));
        if (!sample.seed().isEmpty()) {
            facts.add(Map.entry(words.text(sample.seedGiven() ? "draw.seed.given" : "draw.seed"), sample.seed()));
        }
        facts.add(Map.entry(words.text("draw.hash"), sample.populationHash()));
        facts.add(Map.entry(words.text("draw.items"), String.join(", ", sample.ids())));
        return List.copyOf(facts);
    }

    /** What was left out of the evaluation, with counts; empty when nothing was. */
    public String others(OutcomeCounts counts) {
        List<String> parts = new ArrayList<>();
        for (ItemOutcome outcome : List.of(ItemOutcome.EXCUSED, ItemOutcome.PENDING, ItemOutcome.OUT_OF_SCOPE)) {
            if (counts.of(outcome) > 0) {
                parts.add(Figures.grouped(counts.of(outcome)) + " " + words.of(outcome));
            }
        }
        return String.join(", ", parts);
    }

    /** Such as {@code 97.9 % of 2 184 h known, 48 h violating (longest 48 h), 18 h excused}, hours rounded up. */
    public String time(TestCoverage coverage) {
        Duration counted = coverage.known().plus(coverage.unknown());
        List<String> parts = new ArrayList<>();
        parts.add(words.text(
                "time.known",
                counted.isZero() ? "0" : words.percent(coverage.known().toSeconds(), counted.toSeconds()),
                hours(counted)));
        if (!coverage.violating().isZero()) {
            parts.add(words.text("time.violating", hours(coverage.violating()), hours(coverage.longestViolation())));
        }
        if (!coverage.excused().isZero()) {
            parts.add(words.text("time.excused", hours(coverage.excused())));
        }
        return String.join(", ", parts);
    }

    private String hours(Duration duration) {
        boolean whole = duration.equals(Duration.ofHours(duration.toHours()));
        return words.text("time.hours", Figures.grouped(duration.toHours() + (whole ? 0 : 1)));
    }

    /** A reason in words, with the facts of the case when there are any. */
    public String of(Reason reason) {
        return reason.text().isEmpty() ? words.of(reason.code()) : words.of(reason.code()) + ": " + reason.text();
    }

    /** An attribute as a person would write it: a list with commas, a map as {@code name: value}. */
    public static String written(AttributeValue value) {
        return plain(value.plain());
    }

    private static String plain(Object plain) {
        if (plain instanceof List<?> list) {
            return list.stream().map(TestWords::plain).collect(Collectors.joining(", ", "[", "]"));
        }
        if (plain instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> e.getKey() + ": " + plain(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return plain instanceof BigDecimal number ? number.toPlainString() : plain.toString();
    }

    /** The facts of a reason alone, where they say enough. */
    public String facts(Reason reason) {
        return reason.text().isEmpty() ? words.of(reason.code()) : reason.text();
    }
}

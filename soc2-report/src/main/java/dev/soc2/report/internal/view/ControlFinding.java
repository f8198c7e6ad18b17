package dev.soc2.report.internal.view;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One control as a reader meets it: its verdict and what its tests add up to. */
public record ControlFinding(ControlResult result, Verdict verdict, OutcomeCounts counts, Words words) {

    /** An item together with the test that looked at it. */
    public record Line(String test, ItemResult item) {}

    static ControlFinding of(ControlResult result, Words words) {
        OutcomeCounts counts =
                result.tests().stream().map(TestResult::counts).reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
        return new ControlFinding(result, Verdicts.of(result), counts, words);
    }

    /** Id of the control. */
    public String id() {
        return result.id();
    }

    /** How its tests and reasons read. */
    public TestWords testWords() {
        return new TestWords(words);
    }

    /** Short title of the control. */
    public String title() {
        return result.control().title();
    }

    /** The conclusion in words: on operation, or on design in a Type I. */
    public String conclusion() {
        return result.operating().map(words::of).orElseGet(() -> words.of(result.design()));
    }

    /** Whether it was in place on the date, in words; empty for a Type II and where it does not apply. */
    public String implementation() {
        return result.implementation()
                .filter(i -> result.design() != DesignConclusion.NOT_APPLICABLE)
                .map(i -> words.of(i.implementedAsOf()))
                .orElse("");
    }

    /** Whether a reader finds it among the exceptions. */
    public boolean isException() {
        return counts.deviations() > 0 || outside() > 0 || verdict == Verdict.NOT_SUPPORTED;
    }

    /** Deviations that a record shows in items that were not drawn into a sample; they are in no count. */
    public long outside() {
        return result.tests().stream()
                .flatMap(test -> test.sample().stream())
                .mapToLong(sample -> sample.shownOutside().size())
                .sum();
    }

    /** Whether a reader finds it among what is undetermined. */
    public boolean isUndetermined() {
        return counts.undetermined() > 0 || verdict == Verdict.UNDETERMINED || verdict == Verdict.NOT_ASSESSED;
    }

    /** Items of one outcome, by test and item; deviations that were seen outside a sample included. */
    public List<Line> lines(ItemOutcome outcome) {
        return result.tests().stream()
                .flatMap(test -> Stream.concat(
                                test.items().stream(),
                                test.sample().stream().flatMap(sample -> sample.shownOutside().stream()))
                        .filter(item -> item.outcome() == outcome)
                        .map(item -> new Line(test.id(), item)))
                .toList();
    }

    /** How often each reason occurs among the items of an outcome, most frequent first. */
    public List<Map.Entry<String, Integer>> tally(ItemOutcome outcome) {
        Map<ReasonCode, Integer> byCode = new EnumMap<>(ReasonCode.class);
        lines(outcome).forEach(line -> byCode.merge(line.item().reason(), 1, Integer::sum));
        return byCode.entrySet().stream()
                .sorted(Map.Entry.<ReasonCode, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> Map.entry(words.of(e.getKey()), e.getValue()))
                .toList();
    }

    /** When the first of the items of an outcome went wrong. */
    public Optional<Instant> since(ItemOutcome outcome) {
        return lines(outcome).stream()
                .flatMap(line -> day(line.item()).stream())
                .min(Comparator.naturalOrder());
    }

    /** When it went wrong: when it had to be done, else when it began, else when it failed. */
    public static Optional<Instant> moment(ItemResult item) {
        return item.due().or(item::from).or(item::at);
    }

    /** An instant of the day on which it went wrong: what is due at midnight went wrong on the day that ends there. */
    static Optional<Instant> day(ItemResult item) {
        return item.due().map(due -> due.minusNanos(1)).or(() -> moment(item));
    }

    /** Every reason given for the control, its tests and their populations, without repetition. */
    public List<Reason> allReasons() {
        return Stream.of(
                        result.reasons().stream(),
                        result.tests().stream().flatMap(test -> test.reasons().stream()),
                        result.tests().stream().flatMap(test -> test.population().reasons().stream()))
                .flatMap(reasons -> reasons)
                .distinct()
                .sorted()
                .toList();
    }

    /** What would settle what is undetermined; full sentences. */
    public List<String> settledBy() {
        TreeSet<String> sentences = new TreeSet<>();
        lines(ItemOutcome.UNDETERMINED)
                .forEach(line -> sentences.add(words.settledBy(line.item().reason())));
        if (sentences.isEmpty()) {
            allReasons().forEach(reason -> sentences.add(words.settledBy(reason.code())));
        }
        String general = words.settledBy(ReasonCode.MISSING);
        if (sentences.size() > 1) {
            sentences.remove(general);
        }
        return sentences.isEmpty() ? List.of(general) : List.copyOf(sentences);
    }
}

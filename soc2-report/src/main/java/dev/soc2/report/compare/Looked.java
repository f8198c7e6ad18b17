package dev.soc2.report.compare;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ImplementationResult;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one test saw, in the words that a Type I and a Type II share.
 *
 * @param test id of the test
 * @param rule everything that is written about how it looks
 * @param items what it saw; deviations outside of its sample included
 * @param proof how far its population is proven, and how much time it cannot speak of
 */
record Looked(String test, String rule, OutcomeCounts counts, List<ItemResult> items, String proof) {

    Looked {
        items = List.copyOf(items);
    }

    static List<Looked> of(ControlResult result) {
        return Stream.concat(
                        result.tests().stream().map(Looked::of),
                        result.implementation().map(ImplementationResult::inspections).stream()
                                .flatMap(List::stream)
                                .map(Looked::of))
                .toList();
    }

    private static Looked of(TestResult test) {
        List<ItemResult> items = Stream.concat(
                        test.items().stream(), test.sample().stream().flatMap(sample -> sample.shownOutside().stream()))
                .toList();
        IpeStatus ipe = test.population().ipe();
        Duration unknown = test.coverage().map(time -> time.unknown()).orElse(Duration.ZERO);
        return new Looked(
                test.id(),
                test.ruleKind() + " " + test.rule() + " [" + test.procedure() + ", " + test.lane() + ", "
                        + test.policy() + "]",
                test.counts(),
                items,
                ipe + " " + unknown);
    }

    private static Looked of(InspectionResult inspection) {
        return new Looked(
                inspection.id(),
                inspection.ruleKind() + " " + inspection.rule() + " [" + inspection.procedure() + "]",
                inspection.counts(),
                inspection.items(),
                inspection.implementedAsOf().name());
    }

    /** What went wrong or cannot be said, by item; of two with one id the worse. */
    Map<String, ItemResult> open() {
        Map<String, ItemResult> open = new LinkedHashMap<>();
        items.stream()
                .filter(item -> isOpen(item.outcome()))
                .forEach(item ->
                        open.merge(item.id(), item, (one, two) -> two.outcome() == ItemOutcome.DEVIATION ? two : one));
        return open;
    }

    static boolean isOpen(ItemOutcome outcome) {
        return outcome == ItemOutcome.DEVIATION || outcome == ItemOutcome.UNDETERMINED;
    }
}

package dev.soc2.report.internal.plan;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.SampleResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One test of the plan: what is done to which population, and what has to be got for it.
 *
 * @param control the control
 * @param id id of the test within its control
 * @param procedure what the tester does
 * @param kind kind of its rule
 * @param rule its rule in words
 * @param population what is known of its population; empty for a Type I, which has none
 * @param sample the sample that was drawn; empty when everything is tested
 * @param pending until when the last of the obligations runs that began and are not yet due
 * @param collecting when what it needs has to be got
 */
record PlannedTest(
        Control control,
        String id,
        TestProcedure procedure,
        String kind,
        String rule,
        Optional<Population> population,
        Optional<SampleResult> sample,
        Optional<Instant> pending,
        List<Collecting> collecting) {

    /**
     * What is known of a population so far.
     *
     * @param count its items
     * @param proof how far it is proven
     * @param query how it was drawn; empty when no record says so
     */
    record Population(long count, IpeStatus proof, String query) {}

    PlannedTest {
        collecting = List.copyOf(collecting);
    }

    /** Whether a control is to be tested at all; one that nothing called for yet is. */
    static boolean isPlanned(ControlResult result) {
        return result.design() != DesignConclusion.NOT_APPLICABLE
                && result.operating()
                        .filter(conclusion -> conclusion == OperatingConclusion.NOT_APPLICABLE)
                        .isEmpty();
    }

    /** The tests of a control; none when nothing tests it. */
    static List<PlannedTest> of(ControlResult result) {
        Stream<PlannedTest> tests = result.tests().stream()
                .map(test -> new PlannedTest(
                        result.control(),
                        test.id(),
                        test.procedure(),
                        test.ruleKind(),
                        test.rule(),
                        Optional.of(new Population(
                                test.population().count(),
                                test.population().ipe(),
                                test.population().query())),
                        test.sample(),
                        pending(test.items()),
                        Collecting.of(test.ruleKind())));
        Stream<PlannedTest> inspections = result.implementation().stream()
                .flatMap(found -> found.inspections().stream())
                .map(inspection -> new PlannedTest(
                        result.control(),
                        inspection.id(),
                        inspection.procedure(),
                        inspection.ruleKind(),
                        inspection.rule(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Collecting.ON_DATE)));
        return Stream.concat(tests, inspections).toList();
    }

    private static Optional<Instant> pending(List<ItemResult> items) {
        return items.stream()
                .filter(item -> item.outcome() == ItemOutcome.PENDING)
                .flatMap(item -> item.due().stream())
                .max(Comparator.naturalOrder());
    }

    /** Such as {@code IAM-03/T1}. */
    String name() {
        return control.id() + "/" + id;
    }
}

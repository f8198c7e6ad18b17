package dev.soc2.report.testkit;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.Deviation;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.TestResult;
import java.util.ArrayList;
import java.util.List;

/** What a build expects of one control. */
public final class ControlAssert {

    private final AssessmentAssert whole;
    private final Assessment assessment;
    private final ControlResult control;

    ControlAssert(AssessmentAssert whole, Assessment assessment, ControlResult control) {
        this.whole = whole;
        this.assessment = assessment;
        this.control = control;
    }

    /**
     * It worked over its window, exceptions that the policy bears included.
     *
     * @return this
     */
    public ControlAssert operatedEffectively() {
        if (control.operating().filter(OperatingConclusion::isEffective).isEmpty()) {
            throw failure("to have operated effectively, but it is " + conclusion(), items());
        }
        return this;
    }

    /**
     * The conclusion on its operation is the one named.
     *
     * @param expected the conclusion
     * @return this
     */
    public ControlAssert isConcluded(OperatingConclusion expected) {
        if (control.operating().filter(found -> found == expected).isEmpty()) {
            throw failure("to be " + expected + ", but it is " + conclusion(), items());
        }
        return this;
    }

    /**
     * Its design is suitable, for a part of the period at least; in a Type I it was in place on the date as well.
     *
     * @return this
     */
    public ControlAssert isSuitablyDesigned() {
        boolean suitable = control.design() == DesignConclusion.SUITABLE
                || control.design() == DesignConclusion.SUITABLE_PART_OF_PERIOD;
        boolean inPlace = control.implementation()
                .filter(found -> found.implementedAsOf() != ImplementedAsOf.YES)
                .isEmpty();
        if (!suitable || !inPlace) {
            throw failure("to be suitably designed, but its design is " + control.design(), items());
        }
        return this;
    }

    /**
     * No test of it found a deviation.
     *
     * @return this
     */
    public ControlAssert hasNoDeviations() {
        return hasDeviations(0);
    }

    /**
     * Its tests found so many deviations.
     *
     * @param expected how many
     * @return this
     */
    public ControlAssert hasDeviations(int expected) {
        List<Deviation> found = control.deviations();
        if (found.size() != expected) {
            throw failure(
                    "to have " + expected + (expected == 1 ? " deviation" : " deviations") + ", but it has "
                            + found.size(),
                    items());
        }
        return this;
    }

    /**
     * Every item of its tests could be determined.
     *
     * @return this
     */
    public ControlAssert isFullyDetermined() {
        long undetermined = control.tests().stream()
                .mapToLong(test -> test.counts().undetermined())
                .sum();
        if (undetermined > 0) {
            throw failure("to be fully determined, but " + undetermined + " of its items are not", items());
        }
        return this;
    }

    /**
     * Back to the whole assessment.
     *
     * @return the expectations of the assessment
     */
    public AssessmentAssert and() {
        return whole;
    }

    private String conclusion() {
        return control.operating().map(Enum::name).orElse("not tested in a Type I, with design " + control.design())
                + Failures.reasons(control.reasons());
    }

    private List<String> items() {
        List<String> lines = new ArrayList<>();
        for (TestResult test : control.tests()) {
            test.items().stream()
                    .filter(item ->
                            item.outcome() == ItemOutcome.DEVIATION || item.outcome() == ItemOutcome.UNDETERMINED)
                    .forEach(item -> lines.add(line(test.id(), item)));
        }
        control.implementation()
                .ifPresent(found -> found.inspections()
                        .forEach(inspection ->
                                inspection.items().forEach(item -> lines.add(line(inspection.id(), item)))));
        return lines;
    }

    private String line(String test, ItemResult item) {
        return Failures.item(
                control.id() + "/" + test + " " + item.id(),
                item.outcome() + " " + item.reason() + (item.detail().isEmpty() ? "" : ": " + item.detail()),
                item.evidence());
    }

    private AssertionError failure(String expectation, List<String> lines) {
        return Failures.of(
                assessment,
                "expected control " + control.id() + " (" + control.control().title() + ") " + expectation,
                lines,
                "assessment.explain(\"" + control.id() + "\") says what would change it");
    }
}

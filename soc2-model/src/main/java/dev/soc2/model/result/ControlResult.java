package dev.soc2.model.result;

import dev.soc2.model.control.Control;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found about one control.
 *
 * @param control the control
 * @param design what can be said about its design
 * @param operating what can be said about its operation; empty in a Type I
 * @param implementation whether it was in place; of a Type I alone, which has neither operation nor tests
 * @param from start of the window in which it was tested
 * @param to end of that window, not included
 * @param reasons why, sorted
 * @param tests what its tests found, in written order
 * @param deviationAnalysis what was recorded about its deviations
 * @param managementResponse what management says
 * @param versions what was found about each version of a control that changed, oldest first; empty when it did not
 * @param severity how much its weakness weighs; empty when there is none, or nothing can be said
 * @param remediation how far the removal of its weaknesses has come
 * @param flips what would change the conclusion on its operation, the better conclusions first; empty in a Type I
 */
public record ControlResult(
        Control control,
        DesignConclusion design,
        Optional<OperatingConclusion> operating,
        Optional<ImplementationResult> implementation,
        Instant from,
        Instant to,
        List<Reason> reasons,
        List<TestResult> tests,
        List<RecordedNote> deviationAnalysis,
        List<RecordedNote> managementResponse,
        List<VersionResult> versions,
        Optional<DeficiencySeverity> severity,
        List<Remediation> remediation,
        List<Flip<OperatingConclusion>> flips) {

    /** Checks the invariants and sorts. */
    public ControlResult {
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(design, "design");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
        tests = List.copyOf(tests);
        if (operating.isPresent() == implementation.isPresent() || (implementation.isPresent() && !tests.isEmpty())) {
            throw new IllegalArgumentException(
                    "control " + control.id() + " has either operation with its tests, or implementation in a Type I");
        }
        deviationAnalysis = List.copyOf(deviationAnalysis.stream().sorted().toList());
        managementResponse = List.copyOf(managementResponse.stream().sorted().toList());
        versions = List.copyOf(versions);
        Objects.requireNonNull(severity, "severity");
        remediation = List.copyOf(remediation);
        flips = List.copyOf(flips);
    }

    /**
     * What was found about a control that has one version and no weakness.
     *
     * @param control the control
     * @param design what can be said about its design
     * @param operating what can be said about its operation; empty in a Type I
     * @param implementation whether it was in place; of a Type I alone
     * @param from start of the window in which it was tested
     * @param to end of that window, not included
     * @param reasons why
     * @param tests what its tests found, in written order
     * @param deviationAnalysis what was recorded about its deviations
     * @param managementResponse what management says
     */
    public ControlResult(
            Control control,
            DesignConclusion design,
            Optional<OperatingConclusion> operating,
            Optional<ImplementationResult> implementation,
            Instant from,
            Instant to,
            List<Reason> reasons,
            List<TestResult> tests,
            List<RecordedNote> deviationAnalysis,
            List<RecordedNote> managementResponse) {
        this(
                control,
                design,
                operating,
                implementation,
                from,
                to,
                reasons,
                tests,
                deviationAnalysis,
                managementResponse,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /**
     * The same result with another conclusion on its operation.
     *
     * @param conclusion the conclusion
     * @param because reasons that join those it has
     * @return a copy
     */
    public ControlResult concluding(OperatingConclusion conclusion, List<Reason> because) {
        return copy(Optional.of(conclusion), joined(because), versions, severity, remediation, flips);
    }

    /**
     * The same result with what was found about its versions, and more reasons.
     *
     * @param found what was found, oldest version first
     * @param because reasons that join those it has
     * @return a copy
     */
    public ControlResult withVersions(List<VersionResult> found, List<Reason> because) {
        return copy(operating, joined(because), found, severity, remediation, flips);
    }

    /**
     * The same result with what follows from its weakness.
     *
     * @param weight how much it weighs
     * @param removal how far its removal has come
     * @return a copy
     */
    public ControlResult withAftermath(Optional<DeficiencySeverity> weight, List<Remediation> removal) {
        return copy(operating, reasons, versions, weight, removal, flips);
    }

    /**
     * The same result with what would change it.
     *
     * @param changes what would change the conclusion on its operation
     * @return a copy
     */
    public ControlResult withFlips(List<Flip<OperatingConclusion>> changes) {
        return copy(operating, reasons, versions, severity, remediation, changes);
    }

    /**
     * Id of the control.
     *
     * @return such as {@code IAM-03}
     */
    public String id() {
        return control.id();
    }

    /**
     * One test by its id.
     *
     * @param test id of the test
     * @return the result, or empty when the control has no such test
     */
    public Optional<TestResult> test(String test) {
        return tests.stream().filter(t -> t.id().equals(test)).findFirst();
    }

    /**
     * Every deviation that its tests found.
     *
     * @return the deviations, by test and item
     */
    public List<Deviation> deviations() {
        return tests.stream()
                .flatMap(t -> t.items().stream()
                        .filter(i -> i.outcome() == ItemOutcome.DEVIATION)
                        .map(i -> new Deviation(id(), t.id(), i)))
                .toList();
    }

    private List<Reason> joined(List<Reason> because) {
        List<Reason> all = new ArrayList<>(reasons);
        all.addAll(because);
        return all;
    }

    private ControlResult copy(
            Optional<OperatingConclusion> concluded,
            List<Reason> because,
            List<VersionResult> found,
            Optional<DeficiencySeverity> weight,
            List<Remediation> removal,
            List<Flip<OperatingConclusion>> changes) {
        return new ControlResult(
                control,
                design,
                concluded,
                implementation,
                from,
                to,
                because,
                tests,
                deviationAnalysis,
                managementResponse,
                found,
                weight,
                removal,
                changes);
    }
}

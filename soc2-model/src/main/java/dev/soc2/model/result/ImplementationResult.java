package dev.soc2.model.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a control was in place at the instant of a Type I, and what was looked at. It takes the place of operation, so
 * that a Type I has nowhere to say anything about operation.
 *
 * @param implementedAsOf what the inspections show together
 * @param inspections what was looked at, in written order
 * @param flips what would change the conclusion on the design of the control, the better conclusions first
 */
public record ImplementationResult(
        ImplementedAsOf implementedAsOf, List<InspectionResult> inspections, List<Flip<DesignConclusion>> flips) {

    /** Checks the invariants. */
    public ImplementationResult {
        Objects.requireNonNull(implementedAsOf, "implementedAsOf");
        inspections = List.copyOf(inspections);
        flips = List.copyOf(flips);
        if (implementedAsOf == ImplementedAsOf.YES
                && inspections.stream().noneMatch(i -> i.implementedAsOf() == ImplementedAsOf.YES)) {
            throw new IllegalArgumentException("nothing that was looked at shows that the control was in place");
        }
    }

    /**
     * What was looked at, with nothing said about what would change it.
     *
     * @param implementedAsOf what the inspections show together
     * @param inspections what was looked at, in written order
     */
    public ImplementationResult(ImplementedAsOf implementedAsOf, List<InspectionResult> inspections) {
        this(implementedAsOf, inspections, List.of());
    }

    /**
     * One inspection by the id of its test.
     *
     * @param test id of the test
     * @return the inspection, or empty when the control has no such test
     */
    public Optional<InspectionResult> inspection(String test) {
        return inspections.stream().filter(i -> i.id().equals(test)).findFirst();
    }
}

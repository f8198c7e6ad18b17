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
 */
public record ImplementationResult(ImplementedAsOf implementedAsOf, List<InspectionResult> inspections) {

    /** Checks the invariants. */
    public ImplementationResult {
        Objects.requireNonNull(implementedAsOf, "implementedAsOf");
        inspections = List.copyOf(inspections);
        if (implementedAsOf == ImplementedAsOf.YES
                && inspections.stream().noneMatch(i -> i.implementedAsOf() == ImplementedAsOf.YES)) {
            throw new IllegalArgumentException("nothing that was looked at shows that the control was in place");
        }
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

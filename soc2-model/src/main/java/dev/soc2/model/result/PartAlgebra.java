package dev.soc2.model.result;

import java.util.Collection;
import java.util.List;

/**
 * From the parts of a combined rule to one conclusion: all of them must hold, or any of them is enough. Free of order,
 * and never better than what a part has proven.
 */
public final class PartAlgebra {

    private static final List<OperatingConclusion> BEST_PROVEN = List.of(
            OperatingConclusion.EFFECTIVE,
            OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
            OperatingConclusion.INSUFFICIENT_EVIDENCE,
            OperatingConclusion.INEFFECTIVE,
            OperatingConclusion.DID_NOT_OPERATE);

    private PartAlgebra() {}

    /**
     * The worst of the parts, in the order in which a control takes the worst of its tests.
     *
     * @param parts conclusions of the parts, in any order
     * @return the worst; not tested without any part
     */
    public static OperatingConclusion allOf(Collection<OperatingConclusion> parts) {
        return parts.stream().reduce(ControlAlgebra::worse).orElse(OperatingConclusion.NOT_TESTED);
    }

    /**
     * The first of effective, effective with deviations, insufficient evidence, ineffective and did not operate that a
     * part has. A part that was not tested never helps.
     *
     * @param parts conclusions of the parts, in any order
     * @return the best that is proven; not tested when no part was tested
     */
    public static OperatingConclusion anyOf(Collection<OperatingConclusion> parts) {
        return BEST_PROVEN.stream().filter(parts::contains).findFirst().orElse(OperatingConclusion.NOT_TESTED);
    }
}

package dev.soc2.model.result;

import dev.soc2.model.control.TestProcedure;
import java.util.Collection;
import java.util.List;

/** From the tests of a control to the conclusion on its operation: the worst of them, whatever their order. */
public final class ControlAlgebra {

    private static final List<OperatingConclusion> WORST_FIRST = List.of(
            OperatingConclusion.INEFFECTIVE,
            OperatingConclusion.INSUFFICIENT_EVIDENCE,
            OperatingConclusion.NOT_TESTED,
            OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
            OperatingConclusion.EFFECTIVE,
            OperatingConclusion.DID_NOT_OPERATE);

    private ControlAlgebra() {}

    /**
     * Concludes on a control. Inquiry is left out beside other procedures and never enough alone; that the control did
     * not operate counts only when every test says so; a control without a test was not tested.
     *
     * @param tests results of its tests, in any order
     * @return the conclusion and its reasons
     */
    public static Concluded<OperatingConclusion> conclude(Collection<TestResult> tests) {
        if (tests.isEmpty()) {
            return Concluded.because(OperatingConclusion.NOT_TESTED, ReasonCode.NOT_TESTED, "the control has no test");
        }
        List<TestResult> counted = tests.stream()
                .filter(t -> t.procedure() != TestProcedure.INQUIRY)
                .toList();
        if (counted.isEmpty()) {
            return Concluded.because(
                    OperatingConclusion.INSUFFICIENT_EVIDENCE,
                    ReasonCode.INQUIRY_ONLY,
                    "somebody was asked, and nothing else was done");
        }
        OperatingConclusion worst = counted.stream()
                .map(TestResult::effectiveConclusion)
                .reduce(ControlAlgebra::worse)
                .orElseThrow();
        List<Reason> reasons = counted.stream()
                .filter(t -> t.effectiveConclusion() == worst)
                .flatMap(t -> t.reasons().stream())
                .toList();
        return new Concluded<>(worst, reasons);
    }

    /**
     * The worse of two conclusions.
     *
     * @param one a conclusion
     * @param other another
     * @return the worse; not applicable gives way to anything
     */
    public static OperatingConclusion worse(OperatingConclusion one, OperatingConclusion other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(OperatingConclusion conclusion) {
        int rank = WORST_FIRST.indexOf(conclusion);
        return rank < 0 ? WORST_FIRST.size() : rank;
    }
}

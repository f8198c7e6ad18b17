package dev.soc2.model.result;

import java.util.List;

/** Whether a reviewer's conclusion may stand instead of the computed one. */
public final class JudgementAlgebra {

    private static final List<List<OperatingConclusion>> HARSH_TO_SOFT = List.of(
            List.of(OperatingConclusion.INEFFECTIVE),
            List.of(OperatingConclusion.INSUFFICIENT_EVIDENCE, OperatingConclusion.NOT_TESTED),
            List.of(OperatingConclusion.DID_NOT_OPERATE),
            List.of(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS),
            List.of(OperatingConclusion.EFFECTIVE));

    private JudgementAlgebra() {}

    /**
     * Whether a judgement stands. A harsher conclusion always does; a softer one only with a reason, and never from
     * insufficient evidence or an untested control to a good one.
     *
     * @param computed the computed conclusion
     * @param judged the reviewer's conclusion
     * @param hasReason whether the reviewer gave a reason
     * @return true when the reviewer's conclusion counts
     */
    public static boolean accepts(OperatingConclusion computed, OperatingConclusion judged, boolean hasReason) {
        int from = rank(computed);
        int to = rank(judged);
        if (from < 0 || to < 0) {
            return false;
        }
        if (to <= from) {
            return true;
        }
        return hasReason && from != 1;
    }

    /**
     * Compares two conclusions, the harsher one first.
     *
     * @param one a conclusion
     * @param other another
     * @return negative when {@code one} is harsher; insufficient evidence and not tested are alike
     */
    public static int compare(OperatingConclusion one, OperatingConclusion other) {
        return Integer.compare(rank(one), rank(other));
    }

    private static int rank(OperatingConclusion conclusion) {
        for (int i = 0; i < HARSH_TO_SOFT.size(); i++) {
            if (HARSH_TO_SOFT.get(i).contains(conclusion)) {
                return i;
            }
        }
        return -1;
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.CriterionAlgebra;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.JudgementAlgebra;
import dev.soc2.model.result.OperatingConclusion;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What is better among conclusions of one kind, and what is good enough that nothing needs to be done.
 *
 * @param order the harsher one first
 * @param good conclusions that are good
 * @param <C> kind of conclusion
 */
record Scale<C extends Enum<C>>(Comparator<C> order, Set<C> good) {

    static final Scale<OperatingConclusion> OPERATING = new Scale<>(
            JudgementAlgebra::compare,
            Set.of(
                    OperatingConclusion.EFFECTIVE,
                    OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
                    OperatingConclusion.DID_NOT_OPERATE,
                    OperatingConclusion.NOT_APPLICABLE));

    static final Scale<ImplementedAsOf> IMPLEMENTED = new Scale<>(
            inOrder(List.of(ImplementedAsOf.NO, ImplementedAsOf.UNKNOWN, ImplementedAsOf.YES)),
            Set.of(ImplementedAsOf.YES));

    static final Scale<DesignConclusion> DESIGN = new Scale<>(
            inOrder(List.of(
                    DesignConclusion.UNSUITABLE,
                    DesignConclusion.INSUFFICIENT_EVIDENCE,
                    DesignConclusion.SUITABLE_PART_OF_PERIOD,
                    DesignConclusion.SUITABLE)),
            Set.of(DesignConclusion.SUITABLE, DesignConclusion.NOT_APPLICABLE));

    static final Scale<CriterionConclusion> CRITERION = new Scale<>(
            (one, other) -> one == other ? 0 : CriterionAlgebra.worse(one, other) == one ? -1 : 1,
            Set.of(
                    CriterionConclusion.MET,
                    CriterionConclusion.MET_WITH_RELIANCE,
                    CriterionConclusion.MET_WITH_EXCEPTIONS,
                    CriterionConclusion.NOT_RELEVANT));

    Scale {
        good = Set.copyOf(good);
    }

    private static <C> Comparator<C> inOrder(List<C> harshFirst) {
        return Comparator.comparingInt(harshFirst::indexOf);
    }

    boolean isBetter(C one, C than) {
        return order.compare(one, than) > 0;
    }

    boolean isGood(C conclusion) {
        return good.contains(conclusion);
    }
}

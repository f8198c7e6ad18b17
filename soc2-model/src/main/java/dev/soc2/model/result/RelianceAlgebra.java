package dev.soc2.model.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * From controls of others to the conclusion on a criterion that assumes them. They are never tested here, so a criterion
 * that needs them is at best met with reliance.
 */
public final class RelianceAlgebra {

    private RelianceAlgebra() {}

    /**
     * Concludes on a criterion for which something is assumed of others.
     *
     * <p>With controls of its own, what is wrong with the reliance costs no more than an exception, since the own
     * controls stand. Without any, the reliance decides alone; relying on nobody is a gap in the design.
     *
     * @param own the conclusion from its own controls; empty when none applies
     * @param relied what each organisation, and the customers, allow to conclude, in any order
     * @return the conclusion and its reasons
     */
    public static Concluded<CriterionConclusion> conclude(
            Optional<Concluded<CriterionConclusion>> own, Collection<Concluded<CriterionConclusion>> relied) {
        if (own.isEmpty() && relied.isEmpty()) {
            return Concluded.because(CriterionConclusion.NOT_MET, ReasonCode.DESIGN_GAP, "no control addresses it");
        }
        CriterionConclusion worst = own.map(Concluded::conclusion).orElse(CriterionConclusion.MET_WITH_RELIANCE);
        List<Reason> reasons = new ArrayList<>(own.map(Concluded::reasons).orElse(List.of()));
        for (Concluded<CriterionConclusion> one : relied) {
            CriterionConclusion bounded = own.isPresent() && !one.conclusion().isMet()
                    ? CriterionConclusion.MET_WITH_EXCEPTIONS
                    : one.conclusion();
            worst = CriterionAlgebra.worse(
                    worst, CriterionAlgebra.worse(CriterionConclusion.MET_WITH_RELIANCE, bounded));
            reasons.addAll(one.reasons());
        }
        return new Concluded<>(worst, reasons);
    }
}

package dev.soc2.model.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * From the controls of a criterion to the conclusion on it (reference: worst of not met, insufficient evidence, met with
 * exceptions, met with reliance, met). Without key controls all count as key; a control that is not key never takes a
 * criterion below met with exceptions; a criterion without controls is never met.
 */
public final class CriterionAlgebra {

    private CriterionAlgebra() {}

    /**
     * Concludes on the operation of a criterion's controls.
     *
     * @param supports what its controls contribute, in any order; controls that do not apply are left out
     * @param uncoveredTime whether for a part of the period no key control was in force
     * @return the conclusion and its reasons
     */
    public static Concluded<CriterionConclusion> operation(Collection<Support> supports, boolean uncoveredTime) {
        return roll(supports, uncoveredTime, CriterionAlgebra::operationOf);
    }

    /**
     * Concludes on the design of a criterion's controls.
     *
     * @param supports what its controls contribute, in any order; controls that do not apply are left out
     * @param uncoveredTime whether for a part of the period no key control was in force
     * @return the conclusion and its reasons
     */
    public static Concluded<CriterionConclusion> design(Collection<Support> supports, boolean uncoveredTime) {
        return roll(supports, uncoveredTime, CriterionAlgebra::designOf);
    }

    /**
     * The worse of two conclusions.
     *
     * @param one a conclusion
     * @param other another
     * @return the worse; not relevant gives way to anything
     */
    public static CriterionConclusion worse(CriterionConclusion one, CriterionConclusion other) {
        if (one == CriterionConclusion.NOT_RELEVANT) {
            return other;
        }
        if (other == CriterionConclusion.NOT_RELEVANT) {
            return one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    private interface Contribution {
        /** Empty conclusion NOT_RELEVANT stands for: neither supports nor breaks. */
        Concluded<CriterionConclusion> of(Support support);
    }

    private static Concluded<CriterionConclusion> roll(
            Collection<Support> all, boolean uncoveredTime, Contribution contribution) {
        List<Support> supports = all.stream().filter(Support::applies).toList();
        if (supports.isEmpty()) {
            return Concluded.because(CriterionConclusion.NOT_MET, ReasonCode.DESIGN_GAP, "no control addresses it");
        }
        boolean anyKey = supports.stream().anyMatch(Support::key);
        List<Reason> reasons = new ArrayList<>();
        CriterionConclusion worst = CriterionConclusion.NOT_RELEVANT;
        if (uncoveredTime) {
            worst = CriterionConclusion.NOT_MET;
            reasons.add(new Reason(ReasonCode.UNCOVERED_TIME, "for a part of the period no key control was in force"));
        }
        List<Support> counted =
                supports.stream().filter(s -> s.key() || !anyKey).toList();
        boolean supported = false;
        for (Support support : supports) {
            Concluded<CriterionConclusion> own = contribution.of(support);
            CriterionConclusion bounded = counted.contains(support) ? own.conclusion() : soften(own.conclusion());
            worst = worse(worst, bounded);
            supported |= own.conclusion().isMet();
            if (bounded != CriterionConclusion.MET) {
                reasons.addAll(own.reasons());
            }
        }
        // What a control that is not key failed to do is no support: then the controls that count say what is shown.
        if (!supported && (worst == CriterionConclusion.NOT_RELEVANT || worst.isMet())) {
            worst = worse(worst, nothingOccurred(counted, reasons));
        }
        worst = worse(worst, parts(supports, counted, contribution, reasons));
        return new Concluded<>(worst, reasons);
    }

    /**
     * The worst of the parts that no control supports. A part is what a control names; who names none covers all. What
     * fails its part has said so already, so that only silence about a part adds to the conclusion.
     */
    private static CriterionConclusion parts(
            List<Support> supports, List<Support> counted, Contribution contribution, List<Reason> reasons) {
        CriterionConclusion worst = CriterionConclusion.NOT_RELEVANT;
        Set<String> labels = new TreeSet<>();
        supports.forEach(s -> labels.addAll(s.parts()));
        for (String part : labels) {
            List<Support> own = supports.stream().filter(s -> s.covers(part)).toList();
            List<CriterionConclusion> said =
                    own.stream().map(s -> contribution.of(s).conclusion()).toList();
            if (said.stream().anyMatch(CriterionConclusion::isMet)) {
                continue;
            }
            CriterionConclusion unsupported =
                    said.stream().reduce(CriterionConclusion.NOT_RELEVANT, CriterionAlgebra::worse);
            String why = "no control that was effective covers '" + part + "'";
            if (unsupported == CriterionConclusion.NOT_RELEVANT) {
                boolean designed = own.stream().allMatch(s -> s.design() == DesignConclusion.SUITABLE);
                why = "nothing called for the controls that cover '" + part + "'"
                        + (designed ? "" : ", and their design is not shown");
                unsupported =
                        designed ? CriterionConclusion.MET_WITH_EXCEPTIONS : CriterionConclusion.INSUFFICIENT_EVIDENCE;
            }
            reasons.add(new Reason(ReasonCode.PART_UNSUPPORTED, why));
            worst = worse(worst, own.stream().anyMatch(counted::contains) ? unsupported : soften(unsupported));
        }
        return worst;
    }

    private static CriterionConclusion soften(CriterionConclusion conclusion) {
        return conclusion == CriterionConclusion.NOT_MET || conclusion == CriterionConclusion.INSUFFICIENT_EVIDENCE
                ? CriterionConclusion.MET_WITH_EXCEPTIONS
                : conclusion;
    }

    private static CriterionConclusion nothingOccurred(List<Support> counted, List<Reason> reasons) {
        boolean designed = counted.stream().allMatch(s -> s.design() == DesignConclusion.SUITABLE);
        reasons.add(new Reason(
                ReasonCode.NO_OCCURRENCE,
                designed
                        ? "nothing called for its controls in the period"
                        : "nothing called for its controls in the period, and their design is not shown"));
        return designed ? CriterionConclusion.MET_WITH_EXCEPTIONS : CriterionConclusion.INSUFFICIENT_EVIDENCE;
    }

    private static Concluded<CriterionConclusion> operationOf(Support support) {
        String control = support.control();
        return switch (support.operating()) {
            case EFFECTIVE -> new Concluded<>(CriterionConclusion.MET, List.of());
            case EFFECTIVE_WITH_DEVIATIONS ->
                Concluded.because(
                        CriterionConclusion.MET_WITH_EXCEPTIONS,
                        ReasonCode.WITHIN_POLICY,
                        control + " was effective with deviations");
            case INEFFECTIVE ->
                support.compensated()
                        ? Concluded.because(
                                CriterionConclusion.MET_WITH_EXCEPTIONS,
                                ReasonCode.COMPENSATED,
                                control + " was not effective and is compensated")
                        : Concluded.because(
                                CriterionConclusion.NOT_MET, ReasonCode.EXCEEDS_POLICY, control + " was not effective");
            case INSUFFICIENT_EVIDENCE ->
                Concluded.because(
                        CriterionConclusion.INSUFFICIENT_EVIDENCE,
                        ReasonCode.UNDETERMINED_EXCEEDS_POLICY,
                        control + " has insufficient evidence");
            case NOT_TESTED ->
                Concluded.because(
                        CriterionConclusion.INSUFFICIENT_EVIDENCE, ReasonCode.NOT_TESTED, control + " was not tested");
            case DID_NOT_OPERATE, NOT_APPLICABLE ->
                Concluded.because(
                        CriterionConclusion.NOT_RELEVANT,
                        ReasonCode.NO_OCCURRENCE,
                        control + " did not have to operate");
        };
    }

    private static Concluded<CriterionConclusion> designOf(Support support) {
        String control = support.control();
        return switch (support.design()) {
            case SUITABLE -> new Concluded<>(CriterionConclusion.MET, List.of());
            // The time that a control did not cover is judged for all key controls together.
            case SUITABLE_PART_OF_PERIOD ->
                Concluded.because(
                        CriterionConclusion.MET_WITH_EXCEPTIONS,
                        ReasonCode.UNCOVERED_TIME,
                        control + " was in place for a part of the period");
            case UNSUITABLE ->
                Concluded.because(
                        CriterionConclusion.NOT_MET, ReasonCode.DESIGN_GAP, control + " is not suitably designed");
            case INSUFFICIENT_EVIDENCE ->
                Concluded.because(
                        CriterionConclusion.INSUFFICIENT_EVIDENCE,
                        ReasonCode.UNDETERMINED_EXCEEDS_POLICY,
                        "the design of " + control + " is not shown");
            case NOT_APPLICABLE ->
                Concluded.because(CriterionConclusion.NOT_RELEVANT, ReasonCode.EXCLUDED, control + " does not apply");
        };
    }
}

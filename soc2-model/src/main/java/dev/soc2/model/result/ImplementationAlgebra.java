package dev.soc2.model.result;

import dev.soc2.model.control.TestProcedure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * From what was looked at in a Type I to whether a control was in place, and to its design: total, free of order, and
 * never yes over nothing.
 */
public final class ImplementationAlgebra {

    private static final int NAMED = 3;

    private ImplementationAlgebra() {}

    /**
     * What the items of one inspection show. One that contradicts outweighs everything; one that cannot be determined
     * outweighs what conforms; what is excused, pending or out of scope shows nothing.
     *
     * @param counts the items by outcome
     * @param stopped whether the rule says that its items are no evidence
     * @return what they show
     */
    public static ImplementedAsOf conclude(OutcomeCounts counts, boolean stopped) {
        if (counts.deviations() > 0) {
            return ImplementedAsOf.NO;
        }
        return stopped || counts.undetermined() > 0 || counts.conforming() == 0
                ? ImplementedAsOf.UNKNOWN
                : ImplementedAsOf.YES;
    }

    /**
     * What the inspections of a control show together: no as soon as one says so, yes only when all say so. Inquiry is
     * left out beside other procedures and never enough alone; a control without a test shows nothing.
     *
     * @param inspections the inspections, in any order
     * @return what they show, and the reasons
     */
    public static Concluded<ImplementedAsOf> conclude(Collection<InspectionResult> inspections) {
        if (inspections.isEmpty()) {
            return Concluded.because(ImplementedAsOf.UNKNOWN, ReasonCode.NOT_TESTED, "the control has no test");
        }
        List<InspectionResult> counted = inspections.stream()
                .filter(i -> i.procedure() != TestProcedure.INQUIRY)
                .toList();
        if (counted.isEmpty()) {
            return Concluded.because(
                    ImplementedAsOf.UNKNOWN, ReasonCode.INQUIRY_ONLY, "somebody was asked, and nothing else was done");
        }
        for (ImplementedAsOf worse : List.of(ImplementedAsOf.NO, ImplementedAsOf.UNKNOWN)) {
            List<InspectionResult> saying =
                    counted.stream().filter(i -> i.implementedAsOf() == worse).toList();
            if (!saying.isEmpty()) {
                List<Reason> reasons = new ArrayList<>();
                saying.forEach(i -> {
                    reasons.addAll(i.reasons());
                    reasons.add(reason(i));
                });
                return new Concluded<>(worse, reasons);
            }
        }
        return new Concluded<>(ImplementedAsOf.YES, List.of());
    }

    private static Reason reason(InspectionResult inspection) {
        boolean contradicted = inspection.implementedAsOf() == ImplementedAsOf.NO;
        ItemOutcome outcome = contradicted ? ItemOutcome.DEVIATION : ItemOutcome.UNDETERMINED;
        List<String> items = inspection.items().stream()
                .filter(i -> i.outcome() == outcome)
                .map(ItemResult::id)
                .toList();
        String named = items.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (items.size() > NAMED ? " and " + (items.size() - NAMED) + " more" : "");
        return contradicted
                ? new Reason(ReasonCode.NOT_IMPLEMENTED, inspection.id() + " is contradicted by " + named)
                : new Reason(
                        ReasonCode.IMPLEMENTATION_NOT_SHOWN,
                        named.isEmpty()
                                ? inspection.id() + " has nothing that shows it"
                                : inspection.id() + " cannot be determined for " + named);
    }

    /**
     * The design of a control in a Type I. Contradicted: unsuitable; suitable only when its required records are there
     * and it is shown to be in place.
     *
     * @param implemented whether it was in place
     * @param requirements whether every record that its design requires was in effect
     * @return the conclusion on its design
     */
    public static DesignConclusion design(ImplementedAsOf implemented, boolean requirements) {
        return switch (implemented) {
            case NO -> DesignConclusion.UNSUITABLE;
            case UNKNOWN -> DesignConclusion.INSUFFICIENT_EVIDENCE;
            case YES -> requirements ? DesignConclusion.SUITABLE : DesignConclusion.INSUFFICIENT_EVIDENCE;
        };
    }
}

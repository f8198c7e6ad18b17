package dev.soc2.report.compare;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.report.internal.view.Verdicts;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How a criterion or a control stands in one assessment.
 *
 * @param group how a report groups it; a control that did not have to operate is in scope and not open, so it stands with
 *     what is supported
 * @param conclusion the conclusion as {@code assessment.json} writes it, such as {@code INEFFECTIVE}: of a control the one
 *     that decides its group, on operation or on design
 * @param deviations deviations that the tests of a control found; 0 for a criterion
 * @param undetermined items of a control that could not be determined; 0 for a criterion
 */
public record Standing(Group group, String conclusion, long deviations, long undetermined) {

    /** How a report groups conclusions, from good to bad; what is out of scope stands apart. */
    public enum Group {
        /** What was found speaks for it. */
        SUPPORTED,
        /** Nobody looked. */
        NOT_ASSESSED,
        /** What is at hand does not let us say. */
        UNDETERMINED,
        /** What was found speaks against it. */
        NOT_SUPPORTED,
        /** It does not apply. */
        OUT_OF_SCOPE
    }

    // Conclusions of one group, from good to bad; those that share a place are no better and no worse than one another.
    private static final List<List<String>> GRADES = List.of(
            List.of(
                    CriterionConclusion.MET.name(),
                    OperatingConclusion.EFFECTIVE.name(),
                    DesignConclusion.SUITABLE.name()),
            List.of(CriterionConclusion.MET_WITH_RELIANCE.name(), OperatingConclusion.DID_NOT_OPERATE.name()));

    private static final Comparator<Standing> FROM_GOOD_TO_BAD = Comparator.comparing(Standing::group)
            .thenComparingInt(Standing::grade)
            .thenComparingLong(Standing::deviations)
            .thenComparingLong(Standing::undetermined);

    /** Checks the invariants. */
    public Standing {
        Objects.requireNonNull(group, "group");
        if (conclusion.isBlank() || deviations < 0 || undetermined < 0) {
            throw new IllegalArgumentException("'" + conclusion + "' with " + deviations + " and " + undetermined);
        }
    }

    static Standing of(ControlResult result) {
        Verdict verdict = Verdicts.of(result);
        String design = result.design().name();
        // Where the design decides, the conclusion on operation would contradict the group.
        String conclusion = result.operating()
                .filter(operating -> groupOf(Words.verdict(operating)) == groupOf(verdict))
                .map(Enum::name)
                .orElse(design);
        return new Standing(
                isIdle(result) && verdict == Verdict.NOT_APPLICABLE ? Group.SUPPORTED : groupOf(verdict),
                conclusion,
                Looked.of(result).stream()
                        .mapToLong(looked -> looked.counts().deviations())
                        .sum(),
                Looked.of(result).stream()
                        .mapToLong(looked -> looked.counts().undetermined())
                        .sum());
    }

    /** A control that nothing called for is examined all the same, unlike one that the engagement leaves out. */
    private static boolean isIdle(ControlResult result) {
        return result.operating()
                .filter(operating -> operating == OperatingConclusion.DID_NOT_OPERATE)
                .isPresent();
    }

    static Standing of(CriterionResult result, Verdict verdict) {
        return new Standing(groupOf(verdict), result.conclusion().name(), 0, 0);
    }

    private static Group groupOf(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> Group.SUPPORTED;
            case NOT_ASSESSED -> Group.NOT_ASSESSED;
            case UNDETERMINED -> Group.UNDETERMINED;
            case NOT_SUPPORTED -> Group.NOT_SUPPORTED;
            case NOT_APPLICABLE -> Group.OUT_OF_SCOPE;
        };
    }

    /**
     * Whether it is examined at all.
     *
     * @return false where it does not apply
     */
    public boolean isInScope() {
        return group != Group.OUT_OF_SCOPE;
    }

    /**
     * Whether somebody has to do something about it.
     *
     * @return true where it is not supported, undetermined or not assessed
     */
    public boolean isOpen() {
        return isInScope() && group != Group.SUPPORTED;
    }

    private int grade() {
        for (int i = 0; i < GRADES.size(); i++) {
            if (GRADES.get(i).contains(conclusion)) {
                return i;
            }
        }
        return GRADES.size();
    }

    /** Below 0 when this one is better, above 0 when it is worse. */
    int against(Standing other) {
        return FROM_GOOD_TO_BAD.compare(this, other);
    }
}

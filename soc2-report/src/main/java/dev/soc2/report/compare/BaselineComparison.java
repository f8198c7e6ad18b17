package dev.soc2.report.compare;

import java.util.List;

/**
 * An assessment held against a baseline. Every finding of either stands in exactly one list.
 *
 * @param added findings that are not in the baseline
 * @param known findings of both
 * @param fixed findings of the baseline that are gone, although their control or criterion was concluded on; their lines
 *     can be removed
 * @param unseen findings of the baseline that are not seen, because their control or criterion is undetermined, was not
 *     assessed, or left the scope: nobody can say that they are fixed
 */
public record BaselineComparison(List<Finding> added, List<Finding> known, List<Finding> fixed, List<Finding> unseen) {

    /** Copies the lists. */
    public BaselineComparison {
        added = List.copyOf(added);
        known = List.copyOf(known);
        fixed = List.copyOf(fixed);
        unseen = List.copyOf(unseen);
    }

    /**
     * What is new and wrong: deviations, and controls and criteria that are not supported.
     *
     * @return the findings, sorted
     */
    public List<Finding> addedAndWrong() {
        return added.stream().filter(finding -> finding.kind().isWrong()).toList();
    }

    /**
     * Whether something is new and wrong.
     *
     * @return true when a deviation, or a control or criterion that is not supported, is not in the baseline
     */
    public boolean hasNewDeviations() {
        return !addedAndWrong().isEmpty();
    }

    /**
     * Whether anything is new, what is not known included.
     *
     * @return true when a finding is not in the baseline
     */
    public boolean hasNewFindings() {
        return !added.isEmpty();
    }
}

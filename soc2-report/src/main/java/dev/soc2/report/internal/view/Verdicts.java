package dev.soc2.report.internal.view;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.util.Collection;

/** How conclusions are grouped for a reader, without a word of any language. */
public final class Verdicts {

    private Verdicts() {}

    /** The group of a control. */
    public static Verdict of(ControlResult result) {
        Verdict design = Words.verdict(result.design());
        Verdict verdict = result.operating().map(Words::verdict).orElse(design);
        // A control that nobody tested, or that does not apply, is not made undetermined by a design that nobody
        // showed.
        return design == Verdict.NOT_SUPPORTED || (design == Verdict.UNDETERMINED && verdict == Verdict.SUPPORTED)
                ? design
                : verdict;
    }

    /** The group of a criterion, given those of its controls that were examined. */
    public static Verdict of(CriterionResult result, Collection<Verdict> controls) {
        // A criterion whose every control was left untested says nothing about evidence: nobody looked.
        boolean nobodyLooked = result.conclusion() == CriterionConclusion.INSUFFICIENT_EVIDENCE
                && !controls.isEmpty()
                && controls.stream().allMatch(verdict -> verdict == Verdict.NOT_ASSESSED);
        return nobodyLooked ? Verdict.NOT_ASSESSED : Words.verdict(result.conclusion());
    }
}

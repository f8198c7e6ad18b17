package dev.soc2.report.internal.view;

import dev.soc2.model.result.CriterionResult;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.util.List;

/** One criterion as a reader meets it, with the controls that address it. */
public record CriterionFinding(CriterionResult result, Verdict verdict, List<ControlFinding> controls, Words words) {

    /** Copies the controls. */
    public CriterionFinding {
        controls = List.copyOf(controls);
    }

    static CriterionFinding of(CriterionResult result, List<ControlFinding> controls, Words words) {
        return new CriterionFinding(
                result,
                Verdicts.of(
                        result, controls.stream().map(ControlFinding::verdict).toList()),
                controls,
                words);
    }

    /** Id of the criterion. */
    public String id() {
        return result.id().value();
    }

    /** The conclusion in words. */
    public String conclusion() {
        return verdict == Verdict.NOT_ASSESSED ? words.text("not.assessed") : words.of(result.conclusion());
    }
}

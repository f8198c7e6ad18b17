package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;

/**
 * The rule of one version of a control, or of the time after a fix. A rule whose items begin at an instant is evaluated
 * over the whole life of the control, so that each of them is judged up to its own deadline, and those that began under
 * this version count.
 *
 * @param evaluator evaluates the rule
 * @param window the whole life of the control, as far as it is examined
 * @param whole the same up to the end of the period
 * @param share the items that count
 */
record CutEvaluator(Evaluator evaluator, Window window, Window whole, Share share) implements Evaluator {

    @Override
    public void evaluate(Evaluation evaluation) {
        if (!evaluator.isCutByStart()) {
            evaluator.evaluate(evaluation);
            return;
        }
        Findings findings = evaluation.findings;
        findings.count(share);
        evaluator.evaluate(new Evaluation(evaluation.scene, window, whole, evaluation.window, findings));
        if (findings.isAllOfOthers()) {
            findings.emptyMeans(OperatingConclusion.DID_NOT_OPERATE);
            findings.note(ReasonCode.NO_OCCURRENCE, "what fell due in its time began in the time of another version");
        }
    }

    @Override
    public void inspect(Evaluation evaluation) {
        evaluator.inspect(evaluation);
    }
}

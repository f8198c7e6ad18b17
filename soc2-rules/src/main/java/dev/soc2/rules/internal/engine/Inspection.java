package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ImplementationAlgebra;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.rule.TestOfControl;
import java.util.List;

/** Asks one test what a Type I asks: was the control in place at the instant? No policy, no sample, no operation. */
final class Inspection {

    private final Scene scene;
    private final boolean keepConforming;

    Inspection(Scene scene, boolean keepConforming) {
        this.scene = scene;
        this.keepConforming = keepConforming;
    }

    /** What a test shows at the last instant of a window. A rule that fails shows nothing, and says so. */
    InspectionResult run(String control, PlannedControl.PlannedTest planned, Window window) {
        TestOfControl test = planned.test();
        if (planned.evaluator().isEmpty()) {
            return nothing(test, new Reason(ReasonCode.NOT_TESTED, TestRun.missing(test.rule())));
        }
        Findings findings = new Findings(scene, control, window, keepConforming);
        try {
            planned.evaluator().get().inspect(new Evaluation(scene, window, window, findings));
        } catch (RuntimeException e) {
            return nothing(test, new Reason(ReasonCode.RULE_ERROR, TestRun.said(e)));
        }
        OutcomeCounts counts = findings.counts();
        return new InspectionResult(
                test.id(),
                test.procedure(),
                test.rule().kind(),
                test.rule().words(),
                ImplementationAlgebra.conclude(counts, findings.isStopped()),
                findings.reasons(),
                counts,
                findings.items());
    }

    private static InspectionResult nothing(TestOfControl test, Reason reason) {
        return new InspectionResult(
                test.id(),
                test.procedure(),
                test.rule().kind(),
                test.rule().words(),
                ImplementedAsOf.UNKNOWN,
                List.of(reason),
                OutcomeCounts.NONE,
                List.of());
    }
}

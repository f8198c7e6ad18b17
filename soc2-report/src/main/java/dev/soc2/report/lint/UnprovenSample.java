package dev.soc2.report.lint;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.TestResult;
import java.util.function.Consumer;

/** R9. A sample says nothing of a population that may have been larger. */
final class UnprovenSample implements LintCheck {

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        for (ControlResult control : subject.assessment().controls()) {
            for (TestResult test : control.tests()) {
                IpeStatus ipe = test.population().ipe();
                if (test.lane() == Lane.SAMPLE && ipe != IpeStatus.VERIFIED && ipe != IpeStatus.NOT_NEEDED) {
                    findings.accept(new LintFinding(
                            LintRule.R9,
                            Subject.place(control, test.id()),
                            "the sample was drawn from a population of which the completeness is " + ipe,
                            "record how the population was drawn (evidence type population), or test all of it"));
                }
            }
        }
    }
}

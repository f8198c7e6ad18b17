package dev.soc2.report.lint;

import dev.soc2.model.result.ControlResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** R7. An exception of which nobody recorded the cause, or to which management says nothing. */
final class UnansweredDeviation implements LintCheck {

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        for (ControlResult control : subject.assessment().controls()) {
            long deviations = control.tests().stream()
                    .mapToLong(test -> test.counts().deviations())
                    .sum();
            if (deviations == 0) {
                continue;
            }
            List<String> missing = new ArrayList<>();
            if (control.deviationAnalysis().isEmpty()) {
                missing.add("cause");
            }
            if (control.managementResponse().isEmpty()) {
                missing.add("response");
            }
            if (!missing.isEmpty()) {
                findings.accept(new LintFinding(
                        LintRule.R7,
                        Subject.place(control),
                        (deviations == 1 ? "its exception has" : "its " + deviations + " exceptions have")
                                + " no recorded " + String.join(" and no ", missing),
                        "record deviation.analysis with the cause, and management.response"));
            }
        }
    }
}

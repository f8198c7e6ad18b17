package dev.soc2.report.lint;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * R2. A row of Section IV says what was done to what, how many there were and how many were looked at, and over which
 * time. What must not exist has no items when it does not, an inquiry has none at all, and a test that was not carried
 * out has no row to fill.
 */
final class BareTestRow implements LintCheck {

    private static final Set<OperatingConclusion> CONCLUDED = Set.of(
            OperatingConclusion.EFFECTIVE,
            OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
            OperatingConclusion.INEFFECTIVE);

    // What must not exist has no items, alone and as a part.
    private static final Set<String> WITHOUT_ITEMS = Set.of("PROHIBITION", "ANY_OF", "ALL_OF");

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        for (ControlResult control : subject.assessment().controls()) {
            if (!control.from().isBefore(control.to())
                    && control.operating().filter(CONCLUDED::contains).isPresent()) {
                report(Subject.place(control), "the time that was examined", findings);
            }
            if (control.tests().isEmpty()
                    && control.operating().filter(CONCLUDED::contains).isPresent()) {
                report(Subject.place(control), "a test that its conclusion rests on", findings);
            }
            for (TestResult test : control.tests()) {
                report(Subject.place(control, test.id()), String.join(", ", missing(test)), findings);
            }
            control.implementation()
                    .ifPresent(found -> found.inspections()
                            .forEach(test -> report(
                                    Subject.place(control, test.id()), String.join(", ", missing(test)), findings)));
        }
    }

    private static void report(String place, String missing, Consumer<LintFinding> findings) {
        if (!missing.isEmpty()) {
            findings.accept(new LintFinding(
                    LintRule.R2,
                    place,
                    "the row does not say " + missing,
                    "assess it with a rule that says what it looks at, and with evidence for it"));
        }
    }

    private static List<String> missing(InspectionResult test) {
        List<String> missing = new ArrayList<>();
        said(test.rule(), test.ruleKind(), missing);
        return missing;
    }

    private static List<String> missing(TestResult test) {
        List<String> missing = new ArrayList<>();
        if (test.conclusion() == OperatingConclusion.NOT_TESTED) {
            return missing;
        }
        said(test.rule(), test.ruleKind(), missing);
        long looked = test.counts().evaluated();
        if (looked > test.population().count()) {
            missing.add("the population (N is " + test.population().count() + ", n is " + looked + ")");
        }
        boolean itemless = test.procedure() == TestProcedure.INQUIRY || WITHOUT_ITEMS.contains(test.ruleKind());
        if (looked == 0 && CONCLUDED.contains(test.conclusion()) && !itemless) {
            missing.add("how many items were looked at (n is 0)");
        }
        if (test.lane() == Lane.SAMPLE
                && test.sample().filter(sample -> !sample.ids().isEmpty()).isEmpty()
                && looked > 0) {
            missing.add("which items were drawn");
        }
        return missing;
    }

    private static void said(String rule, String kind, List<String> missing) {
        if (rule.isBlank()) {
            missing.add("what was looked for");
        }
        if (kind.isBlank()) {
            missing.add("the kind of evidence");
        }
    }
}

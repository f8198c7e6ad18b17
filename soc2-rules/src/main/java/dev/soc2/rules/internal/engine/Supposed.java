package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ControlAlgebra;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestResult;
import dev.soc2.model.result.VersionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results with other conclusions in them, to ask what would follow. */
final class Supposed {

    private Supposed() {}

    /** A control whose tests came to other conclusions, in their order. */
    static ControlResult tests(ControlResult result, List<OperatingConclusion> conclusions) {
        List<TestResult> tests = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            tests.add(test(result.tests().get(i), conclusions.get(i)));
        }
        List<VersionResult> versions = result.versions().stream()
                .map(version -> version(version, tests))
                .toList();
        OperatingConclusion operating = versions.stream()
                .map(VersionResult::operating)
                .reduce(ControlAlgebra::worse)
                .orElseGet(() -> ControlAlgebra.conclude(tests).conclusion());
        return copy(result, result.design(), Optional.of(operating), tests, versions);
    }

    private static VersionResult version(VersionResult version, List<TestResult> tests) {
        OperatingConclusion operating = version.operating() == OperatingConclusion.NOT_APPLICABLE
                ? OperatingConclusion.NOT_APPLICABLE
                : ControlAlgebra.conclude(tests.stream()
                                .filter(t -> version.tests().contains(t.id()))
                                .toList())
                        .conclusion();
        return new VersionResult(
                version.version(), version.from(), version.to(), operating, version.reasons(), version.tests());
    }

    private static TestResult test(TestResult test, OperatingConclusion conclusion) {
        return new TestResult(
                test.id(),
                test.procedure(),
                test.ruleKind(),
                test.rule(),
                test.lane(),
                test.sample(),
                test.policy(),
                conclusion,
                Optional.empty(),
                test.reasons(),
                test.population(),
                test.counts(),
                test.months(),
                test.items(),
                test.coverage());
    }

    /** A control of another operation. One that changed keeps what was found about its versions. */
    static ControlResult operation(ControlResult result, OperatingConclusion operating) {
        return copy(result, result.design(), Optional.of(operating), result.tests(), result.versions());
    }

    /** A control of another design. */
    static ControlResult design(ControlResult result, DesignConclusion design) {
        return copy(result, design, result.operating(), result.tests(), result.versions());
    }

    /** An inspection that shows something else. */
    static InspectionResult inspection(InspectionResult inspection, ImplementedAsOf shows) {
        OutcomeCounts counts = new OutcomeCounts(shows == ImplementedAsOf.YES ? 1 : 0, 0, 0, 0, 0, 0);
        return new InspectionResult(
                inspection.id(),
                inspection.procedure(),
                inspection.ruleKind(),
                inspection.rule(),
                shows,
                List.of(),
                counts,
                List.of());
    }

    private static ControlResult copy(
            ControlResult result,
            DesignConclusion design,
            Optional<OperatingConclusion> operating,
            List<TestResult> tests,
            List<VersionResult> versions) {
        return new ControlResult(
                result.control(),
                design,
                operating,
                result.implementation(),
                result.from(),
                result.to(),
                result.reasons(),
                tests,
                result.deviationAnalysis(),
                result.managementResponse(),
                versions,
                result.severity(),
                result.remediation(),
                result.flips());
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlVersion;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.VersionResult;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.TestOfControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader should know of the step from one version of a control to the next. Changes no conclusion. */
final class VersionChanges {

    private final Scene scene;
    private final PlannedControl planned;
    private final Control control;

    VersionChanges(Scene scene, PlannedControl planned) {
        this.scene = scene;
        this.planned = planned;
        this.control = planned.definition().control();
    }

    ControlResult explain(ControlResult result, ControlVersionsRun.Found found) {
        List<VersionResult> versions = found.versions();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            loosened(versions.get(i - 1), versions.get(i), reasons);
            remediated(versions.get(i - 1), versions.get(i), reasons);
        }
        return versions.isEmpty() ? result : result.withVersions(versions, reasons);
    }

    private void loosened(VersionResult earlier, VersionResult later, List<Reason> reasons) {
        for (TestOfControl before : planned.definition().testsOf(earlier.version())) {
            String name = base(before, earlier.version());
            Optional<TestOfControl> after = planned.definition().testsOf(later.version()).stream()
                    .filter(t -> base(t, later.version()).equals(name))
                    .findFirst();
            List<String> words = after.map(a -> Loosened.between(before, policy(before), a, policy(a)))
                    .orElse(List.of("the test is no longer there"));
            words.forEach(text -> reasons.add(new Reason(
                    ReasonCode.LOOSENED,
                    name + ": " + text + " with version " + later.version().label())));
        }
    }

    private static String base(TestOfControl test, ControlVersion version) {
        return test.id().substring(0, test.id().length() - version.label().length() - 1);
    }

    private Optional<DeviationPolicy> policy(TestOfControl test) {
        return test.policy().or(() -> Optional.of(scene.engagement.deviationPolicy()));
    }

    /** Both are printed; that the later one is a remedy takes nothing from the earlier one's failure. */
    private void remediated(VersionResult earlier, VersionResult later, List<Reason> reasons) {
        Instant latest = later.to();
        boolean recorded = Analyses.about(scene.timeline, EvidenceTypes.REMEDIATION, control.id()).stream()
                .filter(RemediationCase::isDone)
                .anyMatch(e -> !e.occurredAt().isBefore(earlier.from())
                        && e.occurredAt().isBefore(latest));
        if (recorded && earlier.operating() == OperatingConclusion.INEFFECTIVE) {
            Window failed = new Window(Nanos.of(earlier.from()), Nanos.of(earlier.to()));
            reasons.add(new Reason(
                    ReasonCode.REMEDIATED_LATER,
                    "INEFFECTIVE " + Days.words(List.of(failed), scene.engagement.zone()) + "; version "
                            + later.version().label() + " is a recorded remediation and was " + later.operating()));
        }
    }
}

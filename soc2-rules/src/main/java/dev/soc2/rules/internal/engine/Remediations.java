package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.Deviation;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.Retest;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.internal.timeline.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far the removal of each weakness of a control has come: by what is recorded, and by what its tests find in the
 * evidence since the fix. Disclosed; no conclusion changes by it.
 */
final class Remediations {

    private final Scene scene;
    private final ControlVersionsRun versions;

    Remediations(Scene scene, ControlVersionsRun versions) {
        this.scene = scene;
        this.versions = versions;
    }

    ControlResult follow(ControlResult result) {
        Set<String> deviating =
                result.deviations().stream().map(d -> d.item().id()).collect(Collectors.toSet());
        Map<String, List<Evidence>> bySubject = new TreeMap<>();
        Stream.of(EvidenceTypes.MANAGEMENT_RESPONSE, EvidenceTypes.REMEDIATION)
                .flatMap(type -> scene.timeline.reserved(type).stream())
                .filter(record -> isAbout(record, result.id(), deviating))
                .forEach(record -> bySubject
                        .computeIfAbsent(record.subject(), s -> new ArrayList<>())
                        .add(record));
        if (bySubject.isEmpty() && isWeak(result)) {
            bySubject.put(result.id(), List.of());
        }
        List<Remediation> all = new ArrayList<>();
        bySubject.forEach((subject, records) -> all.add(
                new RemediationCase(subject, records, scene.instants).state(fix -> retest(result, subject, fix))));
        return all.isEmpty() ? result : result.withAftermath(result.severity(), all);
    }

    private static boolean isAbout(Evidence record, String control, Set<String> deviating) {
        return Narrowing.names(record, "control")
                .map(names -> names.contains(control))
                .orElse(record.subject().equals(control) || deviating.contains(record.subject()));
    }

    private static boolean isWeak(ControlResult result) {
        return result.operating()
                .filter(o -> o == OperatingConclusion.INEFFECTIVE
                        || (o == OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS
                                && !result.deviations().isEmpty()))
                .isPresent();
    }

    /** The tests in which the item deviated, else those that found a deviation, else all, from the fix on. */
    private Retest retest(ControlResult result, String subject, long fix) {
        List<String> tests = result.deviations().stream()
                .filter(d -> d.item().id().equals(subject))
                .map(Deviation::test)
                .toList();
        if (tests.isEmpty()) {
            tests = result.deviations().stream().map(Deviation::test).toList();
        }
        if (tests.isEmpty()) {
            tests = result.tests().stream().map(TestResult::id).toList();
        }
        long from = Math.max(fix, Nanos.of(result.from()));
        List<TestResult> since = versions.since(from, names(tests));
        CustomaryOperation customary = CustomaryOperation.of(result.control().frequency());
        long to = Nanos.of(result.to());
        return new Retest(
                Nanos.instant(from),
                result.to().isBefore(Nanos.instant(from)) ? Nanos.instant(from) : result.to(),
                since.stream().mapToLong(t -> t.counts().evaluated()).sum(),
                since.stream()
                        .mapToLong(t -> t.counts().of(ItemOutcome.DEVIATION))
                        .sum(),
                since.stream()
                        .mapToLong(t -> t.counts().of(ItemOutcome.UNDETERMINED))
                        .sum(),
                customary.items(),
                customary.isReached(from, to));
    }

    /** A test of one version stands for its counterparts in the others. */
    private static List<String> names(List<String> tests) {
        return tests.stream()
                .map(id -> id.indexOf('@') < 0 ? id : id.substring(0, id.indexOf('@')))
                .distinct()
                .toList();
    }
}

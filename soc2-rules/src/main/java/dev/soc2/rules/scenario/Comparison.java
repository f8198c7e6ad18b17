package dev.soc2.rules.scenario;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.ImplementationResult;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.JudgedConclusion;
import dev.soc2.model.result.Notice;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.internal.scenario.Expectation;
import dev.soc2.rules.internal.scenario.Expectation.OfAftermath;
import dev.soc2.rules.internal.scenario.Expectation.OfControl;
import dev.soc2.rules.internal.scenario.Expectation.OfInspection;
import dev.soc2.rules.internal.scenario.Expectation.OfItem;
import dev.soc2.rules.internal.scenario.Expectation.OfOrganization;
import dev.soc2.rules.internal.scenario.Expectation.OfTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares an assessment with what a scenario expects of it. */
final class Comparison {

    private static final String NOTHING = "none";

    private final List<Evidence> evidence;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private Comparison(List<Evidence> evidence) {
        this.evidence = evidence;
    }

    /** Everything that differs, in the order in which it is expected. */
    static List<Mismatch> of(Expectation expected, Assessment actual, List<Evidence> evidence) {
        Comparison comparison = new Comparison(evidence);
        expected.status().ifPresent(status -> comparison.same("status", status, actual.status(), List.of()));
        expected.controls().forEach((id, control) -> comparison.control(id, control, actual));
        expected.criteria().forEach((id, conclusion) -> comparison.criterion(id, conclusion, actual));
        expected.opinion().forEach((part, kind) -> comparison.opinion(part, kind, actual.suggestedOpinion()));
        expected.commitments().forEach((id, conclusion) -> comparison.commitment(id, conclusion, actual));
        expected.reliance().forEach((name, days) -> comparison.organization(name, days, actual));
        comparison.contains(
                "notices",
                expected.notices(),
                actual.notices().stream().map(Notice::code).distinct().toList());
        return List.copyOf(comparison.mismatches);
    }

    private void control(String id, OfControl expected, Assessment assessment) {
        String what = "control " + id;
        Optional<ControlResult> found =
                assessment.controls().stream().filter(c -> c.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            mismatches.add(new Mismatch(what, "a result", NOTHING, List.of()));
            return;
        }
        ControlResult actual = found.get();
        String reasons = reasons(actual.reasons());
        expected.operating()
                .ifPresent(e -> same(what + ": operating", e, words(actual.operating(), reasons), List.of()));
        expected.design().ifPresent(e -> same(what + ": design", e, actual.design() + reasons, List.of()));
        expected.implementedAsOf()
                .ifPresent(e -> same(
                        what + ": implementedAsOf",
                        e,
                        words(actual.implementation().map(ImplementationResult::implementedAsOf), reasons),
                        List.of()));
        expected.inspections()
                .forEach((test, of) -> actual.implementation()
                        .flatMap(looked -> looked.inspection(test))
                        .ifPresentOrElse(
                                result -> inspection(what + ", inspection " + test, of, result),
                                () -> mismatches.add(
                                        new Mismatch(what + ", inspection " + test, "a result", NOTHING, List.of()))));
        aftermath(what, expected.aftermath(), actual);
        expected.tests()
                .forEach((test, of) -> actual.test(test)
                        .ifPresentOrElse(
                                result -> test(what + ", test " + test, of, result),
                                () -> mismatches.add(
                                        new Mismatch(what + ", test " + test, "a result", NOTHING, List.of()))));
    }

    private void inspection(String what, OfInspection expected, InspectionResult actual) {
        String reasons = reasons(actual.reasons());
        expected.implementedAsOf()
                .ifPresent(e -> same(what + ": implementedAsOf", e, actual.implementedAsOf() + reasons, List.of()));
        expected.counts().ifPresent(counts -> counts(what, counts, actual.counts(), actual.items()));
        contains(what + ": reasons", names(expected.reasons()), codes(actual.reasons()));
        expected.items()
                .forEach((id, item) -> item(what + ", item '" + id + "'", item, actual.item(id), actual.items()));
    }

    private static List<String> names(List<ReasonCode> codes) {
        return codes.stream().map(ReasonCode::name).toList();
    }

    private static List<String> codes(List<Reason> reasons) {
        return names(reasons.stream().map(Reason::code).distinct().toList());
    }

    private void commitment(String id, CommitmentConclusion expected, Assessment assessment) {
        String found = assessment.commitments().stream()
                .filter(c -> c.commitment().id().equals(id))
                .map(c -> c.conclusion() + reasons(c.reasons()))
                .findFirst()
                .orElse(NOTHING);
        same("commitment " + id, expected, found, List.of());
    }

    private void organization(String name, OfOrganization expected, Assessment assessment) {
        String what = "reliance on " + name;
        Optional<SubserviceReliance> found = assessment.reliance().organizations().stream()
                .filter(o -> o.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            mismatches.add(new Mismatch(what, "a result", NOTHING, List.of()));
            return;
        }
        SubserviceReliance actual = found.get();
        expected.coveredDays().ifPresent(days -> same(what + ": coveredDays", days, actual.coveredDays(), List.of()));
        expected.gapDays().ifPresent(days -> same(what + ": gapDays", days, actual.gapDays(), List.of()));
        expected.bridgedDays().ifPresent(days -> same(what + ": bridgedDays", days, actual.bridgedDays(), List.of()));
    }

    private void aftermath(String what, OfAftermath expected, ControlResult actual) {
        contains(
                what + ": reasons",
                expected.reasons().stream().map(ReasonCode::name).toList(),
                actual.reasons().stream().map(r -> r.code().name()).distinct().toList());
        expected.severity()
                .ifPresent(e -> same(
                        what + ": severity",
                        e,
                        actual.severity().map(Enum::name).orElse(NOTHING),
                        List.of()));
        expected.versions()
                .forEach((label, e) -> same(
                        what + ", version " + label,
                        e,
                        actual.versions().stream()
                                .filter(v -> v.version().label().equals(label))
                                .map(v -> v.operating() + reasons(v.reasons()))
                                .findFirst()
                                .orElse(NOTHING),
                        List.of()));
        expected.remediation()
                .forEach((subject, e) -> same(
                        what + ", remediation of '" + subject + "'",
                        e,
                        actual.remediation().stream()
                                .filter(r -> r.subject().equals(subject))
                                .map(r -> r.state().name())
                                .findFirst()
                                .orElse(NOTHING),
                        List.of()));
    }

    private void test(String what, OfTest expected, TestResult actual) {
        String reasons = reasons(actual.reasons());
        expected.conclusion().ifPresent(e -> same(what + ": conclusion", e, actual.conclusion() + reasons, List.of()));
        expected.judged()
                .ifPresent(e -> same(
                        what + ": judged",
                        e,
                        actual.judged()
                                .filter(JudgedConclusion::accepted)
                                .map(judged -> judged.conclusion().name())
                                .orElse(NOTHING + reasons),
                        List.of()));
        expected.counts().ifPresent(counts -> counts(what, counts, actual.counts(), actual.items()));
        expected.ipe()
                .ifPresent(e -> same(
                        what + ": population",
                        e,
                        actual.population().ipe() + reasons(actual.population().reasons()),
                        actual.population().evidence()));
        expected.population()
                .ifPresent(e -> same(
                        what + ": population count",
                        e,
                        String.valueOf(actual.population().count()),
                        List.of()));
        contains(what + ": reasons", names(expected.reasons()), codes(actual.reasons()));
        expected.items()
                .forEach((id, item) -> item(what + ", item '" + id + "'", item, actual.item(id), actual.items()));
    }

    private void counts(String what, Map<ItemOutcome, Long> expected, OutcomeCounts actual, List<ItemResult> all) {
        for (ItemOutcome outcome : ItemOutcome.values()) {
            long wanted = expected.getOrDefault(outcome, 0L);
            long found = actual.of(outcome);
            if (wanted != found) {
                List<ItemResult> items =
                        all.stream().filter(i -> i.outcome() == outcome).toList();
                String named = items.isEmpty()
                        ? ""
                        : ": " + limited(items.stream().map(Comparison::words).toList());
                mismatches.add(
                        new Mismatch(what + ": count of " + outcome, String.valueOf(wanted), found + named, List.of()));
            }
        }
    }

    private void item(String what, OfItem expected, Optional<ItemResult> found, List<ItemResult> all) {
        if (found.isEmpty()) {
            List<String> there = all.stream().map(i -> "'" + i.id() + "'").toList();
            String actual = there.isEmpty() ? "the test has no items" : "there are " + limited(there);
            mismatches.add(new Mismatch(what, "an item", actual, List.of()));
            return;
        }
        ItemResult actual = found.get();
        boolean outcome = expected.outcome().map(e -> e == actual.outcome()).orElse(true);
        boolean reason = expected.reason().map(e -> e == actual.reason()).orElse(true);
        if (!outcome || !reason) {
            String wanted = expected.outcome().map(ItemOutcome::name).orElse("any outcome")
                    + expected.reason().map(r -> " " + r).orElse("");
            String detail = actual.detail().isEmpty() ? "" : " (" + actual.detail() + ")";
            mismatches.add(new Mismatch(
                    what, wanted, actual.outcome() + " " + actual.reason() + detail, lines(actual.evidence())));
        }
    }

    private void criterion(CriterionId id, CriterionConclusion expected, Assessment assessment) {
        Optional<CriterionResult> actual = assessment.criterion(id);
        String found = actual.map(c -> c.conclusion() + reasons(c.reasons())).orElse("not concluded on");
        same("criterion " + id, expected, found, List.of());
    }

    private void opinion(String part, OpinionKind expected, SuggestedOpinion opinion) {
        String actual =
                switch (part) {
                    case "description" -> words(opinion.description());
                    case "design" -> words(opinion.design());
                    case "operation" ->
                        opinion.operation().map(Comparison::words).orElse(NOTHING);
                    default -> opinion.overall().name();
                };
        same("suggested opinion: " + part, expected, actual, List.of());
    }

    /** Reasons follow the conclusion in the words; what is compared is the first word. */
    private void same(String what, Object expected, Object actual, List<String> ids) {
        String found = String.valueOf(actual);
        int end = found.indexOf(' ');
        if (!String.valueOf(expected).equals(end < 0 ? found : found.substring(0, end))) {
            mismatches.add(new Mismatch(what, String.valueOf(expected), found, lines(ids)));
        }
    }

    private void contains(String what, List<String> expected, List<String> actual) {
        expected.stream()
                .filter(code -> !actual.contains(code))
                .forEach(code -> mismatches.add(
                        new Mismatch(what, code, actual.isEmpty() ? NOTHING : String.join(", ", actual), List.of())));
    }

    private List<String> lines(Collection<String> ids) {
        return evidence.stream()
                .filter(record -> ids.contains(record.id()))
                .map(record -> new String(EvidenceLines.write(record), StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }

    private static String words(OpinionPart part) {
        return part.kind() + reasons(part.reasons());
    }

    private static String words(Optional<? extends Enum<?>> conclusion, String reasons) {
        return conclusion.map(c -> c.name() + reasons).orElse(NOTHING);
    }

    private static String words(ItemResult item) {
        return "'" + item.id() + "' " + item.reason();
    }

    private static String reasons(List<Reason> reasons) {
        return reasons.isEmpty()
                ? ""
                : reasons.stream()
                        .map(reason -> reason.code() + (reason.text().isEmpty() ? "" : ": " + reason.text()))
                        .collect(Collectors.joining("; ", " (", ")"));
    }

    private static String limited(List<String> words) {
        int most = 20;
        String shown = String.join(", ", words.subList(0, Math.min(most, words.size())));
        return words.size() <= most ? shown : shown + " and " + (words.size() - most) + " more";
    }
}

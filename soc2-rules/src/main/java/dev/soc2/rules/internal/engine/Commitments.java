package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.ServiceCommitment;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CommitmentResult;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found about promises to customers: by the criteria they are judged by, and by the tests that measure them. */
final class Commitments {

    private static final int NAMED = 3;

    private final Map<CriterionId, CriterionResult> criteria;
    private final Map<String, ControlResult> controls;
    private final boolean measured;

    Commitments(List<CriterionResult> criteria, List<ControlResult> controls, boolean measured) {
        this.criteria = criteria.stream().collect(Collectors.toMap(CriterionResult::id, Function.identity()));
        this.controls = controls.stream().collect(Collectors.toMap(ControlResult::id, Function.identity()));
        this.measured = measured;
    }

    CommitmentResult conclude(ServiceCommitment commitment) {
        List<Reason> reasons = new ArrayList<>();
        List<CommitmentConclusion> found = new ArrayList<>();
        commitment.criteria().forEach(id -> judged(id, reasons).ifPresent(found::add));
        if (measured) {
            commitment.measuredBy().forEach(test -> found.add(measured(test, reasons)));
        }
        if (found.isEmpty()) {
            reasons.add(new Reason(ReasonCode.MISSING, "no criterion of it was concluded on, and nothing measures it"));
            found.add(CommitmentConclusion.UNDETERMINED);
        }
        CommitmentConclusion worst = found.stream()
                .reduce((one, other) -> one.compareTo(other) >= 0 ? one : other)
                .orElse(CommitmentConclusion.UNDETERMINED);
        return new CommitmentResult(commitment, worst, reasons);
    }

    private Optional<CommitmentConclusion> judged(CriterionId id, List<Reason> reasons) {
        CriterionResult result = criteria.get(id);
        if (result == null) {
            reasons.add(new Reason(ReasonCode.PARTIAL_SCOPE, id + " was not looked at"));
            return Optional.of(CommitmentConclusion.UNDETERMINED);
        }
        if (result.conclusion() == CriterionConclusion.NOT_RELEVANT) {
            return Optional.empty();
        }
        if (result.conclusion().isMet()) {
            return Optional.of(CommitmentConclusion.SUPPORTED);
        }
        boolean wrong = result.conclusion() == CriterionConclusion.NOT_MET;
        reasons.add(new Reason(
                wrong ? ReasonCode.EXCEEDS_POLICY : ReasonCode.UNDETERMINED_EXCEEDS_POLICY,
                id + (wrong ? " is not met" : " has insufficient evidence")));
        return Optional.of(wrong ? CommitmentConclusion.NOT_SUPPORTED : CommitmentConclusion.UNDETERMINED);
    }

    /** A deviation is a broken promise, also where the policy bears it and the control counts as working. */
    private CommitmentConclusion measured(String name, List<Reason> reasons) {
        List<TestResult> tests = tests(name);
        if (tests.isEmpty()) {
            reasons.add(new Reason(ReasonCode.NOT_TESTED, "there is no test " + name));
            return CommitmentConclusion.UNDETERMINED;
        }
        List<String> items =
                tests.stream().flatMap(t -> deviations(t).stream()).distinct().toList();
        if (!items.isEmpty()) {
            reasons.add(new Reason(
                    ReasonCode.COMMITMENT_MISSED,
                    name + ": " + items.stream().limit(NAMED).collect(Collectors.joining(", "))
                            + (items.size() > NAMED ? " and " + (items.size() - NAMED) + " more" : "")));
            return CommitmentConclusion.MISSED;
        }
        boolean shown = tests.stream().allMatch(Commitments::isNothingOpen)
                && tests.stream().anyMatch(t -> t.counts().conforming() > 0);
        if (!shown) {
            reasons.add(new Reason(ReasonCode.UNDETERMINED_EXCEEDS_POLICY, name + " does not show that it was kept"));
        }
        return shown ? CommitmentConclusion.SUPPORTED : CommitmentConclusion.UNDETERMINED;
    }

    /** The test of that name; of a control that changed, the test of that name in each version. */
    private List<TestResult> tests(String name) {
        int slash = name.indexOf('/');
        String test = name.substring(slash + 1);
        return Optional.ofNullable(controls.get(slash < 0 ? "" : name.substring(0, slash))).stream()
                .flatMap(c -> c.tests().stream())
                .filter(t -> t.id().equals(test) || t.id().startsWith(test + "@"))
                .toList();
    }

    private static boolean isNothingOpen(TestResult test) {
        OperatingConclusion conclusion = test.effectiveConclusion();
        return (conclusion.isEffective() || conclusion == OperatingConclusion.DID_NOT_OPERATE)
                && test.counts().undetermined() == 0
                && test.counts().pending() == 0;
    }

    /** Those that count, and those that were seen in items that no sample drew. */
    private static List<String> deviations(TestResult test) {
        Stream<ItemResult> beside = test.sample().stream().flatMap(s -> s.shownOutside().stream());
        return Stream.concat(test.items().stream(), beside)
                .filter(i -> i.outcome() == ItemOutcome.DEVIATION)
                .map(ItemResult::id)
                .toList();
    }
}

package dev.soc2.report.lint;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * R8. Evidence from outside the window was used: a population drawn before the period had ended, a state captured after
 * it, or an item that counts and of which every time lies outside. What was triggered inside may be answered later, and
 * what held before may reach in; what is listed as out of scope was not used.
 */
final class EvidenceOutsideWindow implements LintCheck {

    private static final Set<ReasonCode> TAKEN =
            EnumSet.of(ReasonCode.POPULATION_TAKEN_EARLY, ReasonCode.STATE_TAKEN_LATE);
    private static final Set<ItemOutcome> COUNTED =
            EnumSet.of(ItemOutcome.CONFORMING, ItemOutcome.DEVIATION, ItemOutcome.UNDETERMINED);

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        for (ControlResult control : subject.assessment().controls()) {
            for (TestResult test : control.tests()) {
                Stream.of(test.reasons().stream(), test.population().reasons().stream())
                        .flatMap(reasons -> reasons)
                        .map(Reason::code)
                        .filter(TAKEN::contains)
                        .distinct()
                        .forEach(code -> report(control, test, "evidence " + of(code), findings));
                List<ItemResult> counted = test.items().stream()
                        .filter(item -> COUNTED.contains(item.outcome()))
                        .toList();
                long late = counted.stream()
                        .filter(item -> item.outcome() != ItemOutcome.UNDETERMINED && TAKEN.contains(item.reason()))
                        .count();
                if (late > 0) {
                    report(control, test, late + " items with evidence taken early or late", findings);
                }
                long outside = counted.stream()
                        .filter(item -> isOutside(item, control))
                        .count();
                if (outside > 0) {
                    report(
                            control,
                            test,
                            outside + (outside == 1 ? " item that lies" : " items that lie") + " outside",
                            findings);
                }
            }
        }
    }

    private static String of(ReasonCode code) {
        return code == ReasonCode.STATE_TAKEN_LATE
                ? "captured after the period (STATE_TAKEN_LATE)"
                : "extracted before the period had ended (POPULATION_TAKEN_EARLY)";
    }

    private static boolean isOutside(ItemResult item, ControlResult control) {
        List<Instant> times = Stream.of(item.from(), item.due(), item.at())
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        // What is due at the end of the window is due inside it.
        return !times.isEmpty()
                && (times.get(times.size() - 1).isBefore(control.from())
                        || times.get(0).isAfter(control.to()));
    }

    private static void report(ControlResult control, TestResult test, String what, Consumer<LintFinding> findings) {
        findings.accept(new LintFinding(
                LintRule.R8,
                Subject.place(control, test.id()),
                "the test used " + what + "; the window is " + control.from() + " to " + control.to(),
                "collect the evidence of the period, extracted after its last day"));
    }
}

package dev.soc2.report.internal.exceptions;

import dev.soc2.model.control.ControlRelationKind;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImplementationResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.RecordedNote;
import dev.soc2.model.result.Remediation;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.words.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every exception of an assessment, then everything that is undetermined; a line for each test that found something. */
final class Register {

    /** What kind of weakness it is. */
    enum Kind {
        /** The control is not able to do its job, or there is none. */
        DESIGN,
        /** It did not do it. */
        OPERATING,
        /** Nothing shows whether it did. */
        EVIDENCE,
        /** It did, each time too late. */
        TIMING
    }

    /** Another control that brings the risk back to acceptable, and how it stands. */
    record Compensating(String id, Verdict verdict) {}

    /** One line. A criterion without controls has no control and no test. */
    record Entry(
            String id,
            Kind kind,
            String about,
            String title,
            String test,
            long found,
            long of,
            Optional<Instant> first,
            Optional<Instant> last,
            List<String> criteria,
            List<String> facts,
            List<String> causes,
            List<Compensating> compensating,
            List<RecordedNote> responses,
            String owner,
            List<Remediation> remediation) {

        Entry {
            criteria = List.copyOf(criteria);
            facts = List.copyOf(facts);
            causes = List.copyOf(causes);
            compensating = List.copyOf(compensating);
            responses = List.copyOf(responses);
            remediation = List.copyOf(remediation);
        }

        /** Who removes it: whoever was named for that, else whoever answers for the control. */
        String removedBy() {
            return remediation.stream()
                    .map(Remediation::owner)
                    .filter(name -> !name.isBlank())
                    .findFirst()
                    .orElse(owner);
        }

        Optional<Instant> due() {
            return remediation.stream().flatMap(r -> r.dueAt().stream()).min(Comparator.naturalOrder());
        }
    }

    private static final int FACTS = 3;

    /** What a test saw, in a Type I as in a Type II. */
    private record Test(String id, OutcomeCounts counts, List<ItemResult> items) {}

    private final Findings findings;
    private final List<Entry> entries = new ArrayList<>();

    private Register(Findings findings) {
        this.findings = findings;
    }

    static List<Entry> of(Findings findings) {
        Register register = new Register(findings);
        findings.exceptions().forEach(control -> register.control(control, ItemOutcome.DEVIATION));
        findings.gaps().forEach(register::gap);
        findings.undetermined().forEach(control -> register.control(control, ItemOutcome.UNDETERMINED));
        return List.copyOf(register.entries);
    }

    private void control(ControlFinding control, ItemOutcome outcome) {
        int before = entries.size();
        for (Test test : tests(control.result())) {
            List<ItemResult> items = test.items().stream()
                    .filter(item -> item.outcome() == outcome)
                    .toList();
            if (!items.isEmpty()) {
                entries.add(entry(control, outcome, test, items));
            }
        }
        if (entries.size() == before) {
            entries.add(entry(control, outcome, new Test("", control.counts(), List.of()), List.of()));
        }
    }

    private static List<Test> tests(ControlResult result) {
        return Stream.concat(
                        result.tests().stream()
                                .map(test -> new Test(
                                        test.id(),
                                        test.counts(),
                                        Stream.concat(
                                                        test.items().stream(),
                                                        test.sample().stream()
                                                                .flatMap(sample -> sample.shownOutside().stream()))
                                                .toList())),
                        result.implementation().map(ImplementationResult::inspections).stream()
                                .flatMap(List::stream)
                                .map(inspection -> new Test(inspection.id(), inspection.counts(), inspection.items())))
                .toList();
    }

    private Entry entry(ControlFinding control, ItemOutcome outcome, Test test, List<ItemResult> items) {
        ControlResult result = control.result();
        List<Instant> days =
                items.stream().flatMap(item -> day(item).stream()).sorted().toList();
        return new Entry(
                id(outcome == ItemOutcome.DEVIATION ? "X-" : "U-", control.id(), test.id()),
                kind(result, outcome, items),
                control.id(),
                control.title(),
                test.id(),
                items.size(),
                test.counts().evaluated(),
                days.stream().findFirst(),
                days.stream().reduce((one, two) -> two),
                result.control().sortedCriteria().stream()
                        .map(CriterionId::value)
                        .toList(),
                items.isEmpty()
                        ? facts(result.reasons())
                        : items.stream().map(ItemResult::detail).toList(),
                result.deviationAnalysis().stream().map(RecordedNote::text).toList(),
                compensating(control.id()),
                result.managementResponse(),
                result.control().owner(),
                result.remediation());
    }

    private void gap(CriterionFinding gap) {
        entries.add(new Entry(
                id("X-", gap.id(), ""),
                Kind.DESIGN,
                gap.id(),
                gap.result().criterion().title(),
                "",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(gap.id()),
                facts(gap.result().reasons()),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of()));
    }

    private static Kind kind(ControlResult result, ItemOutcome outcome, List<ItemResult> items) {
        if (outcome == ItemOutcome.UNDETERMINED) {
            return Kind.EVIDENCE;
        }
        if (result.design() == DesignConclusion.UNSUITABLE) {
            return Kind.DESIGN;
        }
        boolean late = !items.isEmpty() && items.stream().allMatch(ItemResult::isLateDeviation);
        return late ? Kind.TIMING : Kind.OPERATING;
    }

    private List<Compensating> compensating(String control) {
        return findings.controls().stream()
                .filter(other -> other.result().control().relations().stream()
                        .anyMatch(r -> r.kind() == ControlRelationKind.COMPENSATES
                                && r.control().equals(control)))
                .map(other -> new Compensating(other.id(), other.verdict()))
                .toList();
    }

    private List<String> facts(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.text().isEmpty() ? findings.words().of(reason.code()) : reason.text())
                .toList();
    }

    /** The first facts; that there are more is said. */
    static String facts(Entry entry) {
        List<String> facts = entry.facts().stream()
                .filter(fact -> !fact.isBlank())
                .distinct()
                .toList();
        return String.join("; ", facts.stream().limit(FACTS).toList()) + (facts.size() > FACTS ? "; …" : "");
    }

    /** What is due at midnight went wrong on the day that ends there. */
    private static Optional<Instant> day(ItemResult item) {
        return item.due().map(due -> due.minusNanos(1)).or(() -> ControlFinding.moment(item));
    }

    /** The same for the same control and test in every run. */
    private static String id(String kind, String about, String test) {
        String digest = Sha256.hex((about + "\n" + test).getBytes(StandardCharsets.UTF_8));
        return kind + digest.substring(0, 8).toUpperCase(Locale.ROOT);
    }
}

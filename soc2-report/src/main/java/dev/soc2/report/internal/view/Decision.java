package dev.soc2.report.internal.view;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.report.internal.words.Anchors;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that somebody has to decide: what it is, what is asked, of whom, and since when it waits. */
public record Decision(
        Verdict verdict,
        String label,
        String title,
        String fact,
        String ask,
        String owner,
        Optional<Instant> since,
        String anchor) {

    /** As many as fit a first screen. */
    public static final int FIRST_SCREEN = 7;

    private static final Comparator<ControlFinding> WEIGHT = Comparator.comparing(
                    (ControlFinding c) -> !c.result().control().key())
            .thenComparing(c -> -c.counts().deviations())
            .thenComparing(c -> -c.counts().undetermined())
            .thenComparing(ControlFinding::id);

    /** Everything that waits, most urgent first. */
    public static List<Decision> of(Findings findings) {
        List<Decision> all = new ArrayList<>();
        controls(findings, Verdict.NOT_SUPPORTED).forEach(c -> all.add(notSupported(c)));
        findings.gaps().forEach(gap -> all.add(gap(gap)));
        controls(findings, Verdict.UNDETERMINED).forEach(c -> all.add(undetermined(c)));
        controls(findings, Verdict.NOT_ASSESSED).forEach(c -> all.add(notAssessed(c)));
        controls(findings, Verdict.SUPPORTED).stream()
                .filter(c -> c.counts().deviations() > 0)
                .filter(c -> c.result().managementResponse().isEmpty())
                .forEach(c -> all.add(withinPolicy(c)));
        long rejected = findings.assessment().inputs().rejected();
        if (rejected > 0) {
            all.add(new Decision(
                    Verdict.UNDETERMINED,
                    "Imports",
                    Figures.count(rejected, "row", "rows") + " refused",
                    "the populations they belong to are proven in part only",
                    "Mend the rows, or explain them",
                    "",
                    Optional.empty(),
                    "imports"));
        }
        return List.copyOf(all);
    }

    private static List<ControlFinding> controls(Findings findings, Verdict verdict) {
        return findings.controls().stream()
                .filter(c -> c.verdict() == verdict)
                .sorted(WEIGHT)
                .toList();
    }

    private static Decision notSupported(ControlFinding control) {
        boolean answered = !control.result().managementResponse().isEmpty();
        return of(
                control,
                control.counts().deviations() > 0 ? deviations(control) : reasons(control),
                answered ? "Review the recorded response" : "Respond, and decide on the remedy",
                control.since(ItemOutcome.DEVIATION),
                Anchors.exception(control.id()));
    }

    private static Decision withinPolicy(ControlFinding control) {
        return of(
                control,
                deviations(control) + ", within the policy",
                "Respond",
                control.since(ItemOutcome.DEVIATION),
                Anchors.exception(control.id()));
    }

    private static Decision undetermined(ControlFinding control) {
        OutcomeCounts counts = control.counts();
        return of(
                control,
                counts.undetermined() > 0
                        ? Figures.grouped(counts.undetermined()) + " of " + Figures.grouped(counts.evaluated())
                                + " undetermined"
                        : reasons(control),
                "Provide what would settle it",
                control.since(ItemOutcome.UNDETERMINED),
                Anchors.undetermined(control.id()));
    }

    private static Decision notAssessed(ControlFinding control) {
        return of(
                control,
                "no test was carried out",
                "Test it, or record the test",
                Optional.empty(),
                Anchors.undetermined(control.id()));
    }

    private static Decision gap(CriterionFinding gap) {
        return new Decision(
                Verdict.NOT_SUPPORTED,
                gap.id(),
                gap.result().criterion().title(),
                gap.result().reasons().stream().map(TestWords::facts).collect(Collectors.joining("; ")),
                "Name controls for it, or why it is not relevant",
                "",
                Optional.empty(),
                Anchors.criterion(gap.id()));
    }

    private static Decision of(
            ControlFinding control, String fact, String ask, Optional<Instant> since, String anchor) {
        return new Decision(
                control.verdict(),
                control.id(),
                control.title(),
                fact,
                ask,
                control.result().control().owner(),
                since,
                anchor);
    }

    private static String deviations(ControlFinding control) {
        OutcomeCounts counts = control.counts();
        String reasons = control.tally(ItemOutcome.DEVIATION).stream()
                .limit(2)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return Figures.grouped(counts.deviations()) + " of " + Figures.grouped(counts.evaluated())
                + (reasons.isEmpty() ? " with exceptions" : ": " + reasons);
    }

    private static String reasons(ControlFinding control) {
        String reasons = control.allReasons().stream()
                .map(r -> Words.of(r.code()))
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? control.conclusion() : reasons;
    }
}

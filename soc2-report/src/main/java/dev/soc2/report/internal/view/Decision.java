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
        Words words = findings.words();
        List<Decision> all = new ArrayList<>();
        controls(findings, Verdict.NOT_SUPPORTED).forEach(c -> all.add(notSupported(c)));
        findings.gaps().forEach(gap -> all.add(gap(gap, findings)));
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
                    words.text("heading.imports"),
                    words.count("rows.refused", rejected),
                    words.text("decide.rows"),
                    words.text("decide.rows.ask"),
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
                control.words().text(answered ? "decide.review" : "decide.remedy"),
                control.since(ItemOutcome.DEVIATION),
                Anchors.exception(control.id()));
    }

    private static Decision withinPolicy(ControlFinding control) {
        return of(
                control,
                control.words().text("decide.within", deviations(control)),
                control.words().text("decide.respond"),
                control.since(ItemOutcome.DEVIATION),
                Anchors.exception(control.id()));
    }

    private static Decision undetermined(ControlFinding control) {
        OutcomeCounts counts = control.counts();
        return of(
                control,
                counts.undetermined() > 0
                        ? control.words()
                                .text(
                                        "of.undetermined",
                                        Figures.grouped(counts.undetermined()),
                                        Figures.grouped(counts.evaluated()))
                        : reasons(control),
                control.words().text("decide.settle"),
                control.since(ItemOutcome.UNDETERMINED),
                Anchors.undetermined(control.id()));
    }

    private static Decision notAssessed(ControlFinding control) {
        return of(
                control,
                control.words().text("decide.untested"),
                control.words().text("decide.test"),
                Optional.empty(),
                Anchors.undetermined(control.id()));
    }

    private static Decision gap(CriterionFinding gap, Findings findings) {
        return new Decision(
                Verdict.NOT_SUPPORTED,
                gap.id(),
                gap.result().criterion().title(),
                gap.result().reasons().stream().map(findings.testWords()::facts).collect(Collectors.joining("; ")),
                findings.words().text("decide.gap"),
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
        String share = control.words().of(counts.deviations(), counts.evaluated());
        return reasons.isEmpty() ? control.words().text("with.exceptions", share) : share + ": " + reasons;
    }

    private static String reasons(ControlFinding control) {
        String reasons = control.allReasons().stream()
                .map(r -> control.words().of(r.code()))
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? control.conclusion() : reasons;
    }
}

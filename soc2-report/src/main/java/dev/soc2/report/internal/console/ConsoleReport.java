package dev.soc2.report.internal.console;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.Recommendation;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.NextSteps;
import dev.soc2.report.internal.view.Others;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.internal.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A line for each finding, then the counts: what a log shows. Signs and words carry the meaning, colour only repeats. */
public final class ConsoleReport {

    private static final int LONGEST_TITLE = 38;
    private static final int LONGEST_TEXT = 200;

    private final Findings findings;
    private final Presentation presentation;
    private final Words words;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder(1 << 10);

    private ConsoleReport(Findings findings, Presentation presentation) {
        this.findings = findings;
        this.presentation = presentation;
        this.words = findings.words();
        this.phrases = presentation.phrases(ConsoleReport.class, "console");
    }

    /** The lines of an assessment. */
    public static String render(Assessment assessment, Presentation presentation) {
        ConsoleReport report = new ConsoleReport(Findings.of(assessment, presentation), presentation);
        report.head();
        report.findings();
        report.counts();
        report.nextSteps();
        return presentation.ascii() ? Ascii.of(report.out.toString()) : report.out.toString();
    }

    private void head() {
        line(text(findings.subject()) + " · " + findings.type() + " · " + findings.time());
        if (findings.isInterim() || findings.isDraft()) {
            String status = findings.isInterim()
                    ? (findings.isTypeI() ? "head.interim.date" : "head.interim.period")
                    : "head.draft";
            line(phrases.text(status) + " · " + phrases.text("head.status"));
        } else {
            line(phrases.text("head.status"));
        }
        findings.redacted().ifPresent(told -> line(text(told)));
        line("");
    }

    private void findings() {
        List<ControlFinding> shown = findings.controls().stream()
                .filter(c -> presentation.verbose() || c.isException() || c.isUndetermined())
                .sorted(Comparator.comparing(ControlFinding::verdict).thenComparing(ControlFinding::id))
                .toList();
        int id = widest(shown.stream().map(c -> text(c.id())).toList(), 24);
        int title = widest(shown.stream().map(c -> text(c.title())).toList(), LONGEST_TITLE);
        for (ControlFinding control : shown) {
            line(sign(control.verdict()) + " " + pad(text(control.id()), id) + "  "
                    + pad(Visible.clip(text(control.title()), LONGEST_TITLE - 1), title) + "  " + facts(control) + "   "
                    + control.result().control().sortedCriteria().stream()
                            .map(CriterionId::value)
                            .collect(Collectors.joining(" ")));
        }
        for (CriterionFinding gap : findings.gaps()) {
            line(sign(Verdict.NOT_SUPPORTED) + " " + pad(gap.id(), id) + "  "
                    + pad(Visible.clip(text(gap.result().criterion().title()), LONGEST_TITLE - 1), title) + "  "
                    + gap.result().reasons().stream()
                            .map(r -> text(findings.testWords().facts(r)))
                            .collect(Collectors.joining("; ")));
        }
        if (!shown.isEmpty() || !findings.gaps().isEmpty()) {
            line("");
        }
    }

    private String facts(ControlFinding control) {
        List<String> parts = new ArrayList<>();
        long evaluated = control.counts().evaluated();
        if (control.counts().deviations() > 0) {
            parts.add(phrases.text(
                    control.verdict() == Verdict.SUPPORTED ? "deviations.within" : "deviations",
                    words.of(control.counts().deviations(), evaluated),
                    reasons(control, ItemOutcome.DEVIATION)));
        }
        if (control.counts().undetermined() > 0) {
            String undetermined = words.text(
                    "of.undetermined", Figures.grouped(control.counts().undetermined()), Figures.grouped(evaluated));
            parts.add(undetermined + ": " + reasons(control, ItemOutcome.UNDETERMINED));
        }
        control.result().tests().stream()
                .flatMap(test -> test.sample().stream())
                .forEach(sample -> parts.add(phrases.text("sample", text(sample.statement()))));
        if (control.outside() > 0) {
            parts.add(phrases.text("outside", words.count("exceptions", control.outside())));
        }
        if (parts.isEmpty() && control.verdict() != Verdict.SUPPORTED) {
            control.allReasons().stream()
                    .map(r -> words.of(r.code()))
                    .distinct()
                    .limit(2)
                    .forEach(parts::add);
        }
        if (parts.isEmpty()) {
            parts.add(words.inSentence(control.conclusion()));
        }
        control.result().tests().stream()
                .flatMap(test -> test.coverage().stream())
                .map(findings.testWords()::time)
                .forEach(parts::add);
        return Visible.clip(String.join("; ", parts), LONGEST_TEXT);
    }

    private String reasons(ControlFinding control, ItemOutcome outcome) {
        String reasons =
                control.tally(outcome).stream().limit(2).map(Map.Entry::getKey).collect(Collectors.joining(", "));
        return reasons.isEmpty() ? words.of(outcome) : reasons;
    }

    private void counts() {
        line(words.count("criteria", findings.applicable()) + ": "
                + tally(Arrays.stream(Verdict.values())
                        .filter(v -> v != Verdict.NOT_APPLICABLE)
                        .collect(Collectors.toMap(v -> v, findings::criteria, Integer::sum, TreeMap::new))));
        Map<Verdict, Integer> controls = findings.controls().stream()
                .collect(Collectors.toMap(ControlFinding::verdict, c -> 1, Integer::sum, TreeMap::new));
        line(words.count("controls", findings.controls().size()) + (controls.isEmpty() ? "" : ": " + tally(controls)));
        long rejected = findings.assessment().inputs().rejected();
        line(words.count("records", findings.assessment().inputs().evidenceCount())
                + (rejected > 0 ? ", " + phrases.count("refused", rejected) : ""));
        findings.assessment().commitments().stream()
                .filter(c -> c.conclusion() == CommitmentConclusion.MISSED)
                .forEach(
                        c -> line(phrases.text("commitment", text(c.commitment().id()))));
        findings.assessment()
                .reliance()
                .organizations()
                .forEach(o -> line(phrases.text("relies", text(o.name()), text(Others.of(o, words)))));
        line(phrases.text(
                "opinion", words.of(findings.assessment().suggestedOpinion().overall())));
        presentation
                .generatedAt()
                .ifPresent(at -> line(words.text("generated", findings.dates().time(at)) + " "
                        + findings.assessment().engagement().zone().getId()));
    }

    private void nextSteps() {
        List<Recommendation> all = findings.assessment().recommendations();
        if (all.isEmpty()) {
            return;
        }
        line("");
        line(
                all.size() > NextSteps.FIRST
                        ? phrases.text("next.some", words.of(NextSteps.FIRST, all.size()))
                        : phrases.text("next"));
        int number = 0;
        for (Recommendation recommendation : all.stream().limit(NextSteps.FIRST).toList()) {
            line("  " + ++number + ". " + text(recommendation.about()) + ": " + text(recommendation.what()));
        }
    }

    private String tally(Map<Verdict, Integer> counts) {
        String tally = counts.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + words.of(e.getKey()))
                .collect(Collectors.joining(", "));
        return tally.isEmpty() ? phrases.text("nothing") : tally;
    }

    private String sign(Verdict verdict) {
        String sign = presentation.ascii() ? verdict.ascii() : verdict.sign();
        if (!presentation.colour()) {
            return sign;
        }
        String colour =
                switch (verdict) {
                    case NOT_SUPPORTED -> "31";
                    case UNDETERMINED, NOT_ASSESSED -> "33";
                    case SUPPORTED -> "32";
                    case NOT_APPLICABLE -> "2";
                };
        return "\u001B[" + colour + "m" + sign + "\u001B[0m";
    }

    private static int widest(List<String> texts, int most) {
        return texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).max().stream()
                .map(w -> Math.min(w, most))
                .findFirst()
                .orElse(0);
    }

    private static String pad(String text, int width) {
        int missing = width - text.codePointCount(0, text.length());
        return missing <= 0 ? text : text + " ".repeat(missing);
    }

    /** One line, without anything that a terminal would obey. */
    private static String text(String text) {
        return Visible.clip(Visible.line(text), LONGEST_TEXT);
    }

    private void line(String line) {
        out.append(line.stripTrailing()).append('\n');
    }
}

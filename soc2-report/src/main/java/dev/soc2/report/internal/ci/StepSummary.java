package dev.soc2.report.internal.ci;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.Recommendation;
import dev.soc2.report.compare.Baseline;
import dev.soc2.report.compare.BaselineComparison;
import dev.soc2.report.compare.ChangeCause;
import dev.soc2.report.compare.ChangeClass;
import dev.soc2.report.compare.Delta;
import dev.soc2.report.compare.Finding;
import dev.soc2.report.compare.ResultChange;
import dev.soc2.report.internal.markdown.MarkdownPage;
import dev.soc2.report.internal.markdown.MarkdownText;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Visible;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The summary of a step of GitHub Actions, in Markdown: the verdict, what changed, what is new, what to do. GitHub takes
 * at most 1 MiB of a step; lists and texts have a limit each, so that no evidence makes it longer.
 */
public final class StepSummary {

    private static final int LISTED = 20;
    private static final int ACTIONS = 5;
    private static final int LONGEST = 300;

    private final Findings findings;
    private final Phrases words;
    private final MarkdownPage out = new MarkdownPage();

    private StepSummary(Findings findings, Presentation presentation) {
        this.findings = findings;
        this.words = presentation.phrases(StepSummary.class, "summary");
    }

    /** The text; what changed is told when there is an earlier assessment, what is new when there is a baseline. */
    public static String render(
            Assessment assessment,
            Presentation presentation,
            Optional<Assessment> earlier,
            Optional<Baseline> baseline) {
        StepSummary summary = new StepSummary(Findings.of(assessment, presentation), presentation);
        summary.verdict();
        earlier.ifPresent(before -> summary.changes(before, Delta.between(before, assessment)));
        baseline.ifPresent(known -> summary.known(known.compare(assessment)));
        summary.actions();
        summary.foot();
        return summary.out.toString();
    }

    private void verdict() {
        out.heading(
                2, findings.worst().sign() + " SOC 2 " + text(findings.subject()) + ": " + text(findings.headline()));
        if (findings.isInterim()) {
            out.paragraph("**" + words.text("interim") + "**");
        }
        out.paragraph(text(findings.time()) + " · "
                + text(words.text(
                        "as.of",
                        findings.dates().time(findings.assessment().inputs().asOf()))));
        out.figures(verdicts(verdict -> verdict.sign() + " " + findings.words().of(verdict)));
        out.row(verdicts(verdict -> Figures.grouped(findings.criteria(verdict))));
        out.blank();
        if (!findings.isTypeI()) {
            out.paragraph(text(findings.itemsLine()) + ".");
        }
    }

    private static List<String> verdicts(Function<Verdict, String> cell) {
        return Arrays.stream(Verdict.values()).map(cell).toList();
    }

    private void changes(Assessment before, Delta delta) {
        String since = findings.dates().time(before.inputs().asOf());
        out.heading(3, text(words.text("since", since)));
        if (delta.isEmpty()) {
            out.paragraph(words.text("same"));
            return;
        }
        for (ChangeCause cause : EnumSet.of(ChangeCause.SCOPE, ChangeCause.RULE)) {
            int differ = delta.frame(cause).size();
            out.item(
                    differ == 0
                            ? words.text("frame.same." + cause)
                            : words.count(cause == ChangeCause.SCOPE ? "frame.SCOPE" : "frame.RULE", differ));
        }
        out.item(Arrays.stream(ChangeClass.values())
                .map(kind -> words.text(
                        "class." + kind,
                        Figures.grouped(delta.criteria(kind).size()),
                        Figures.grouped(delta.controls(kind).size())))
                .collect(Collectors.joining("; ")));
        out.item(words.count("items.NEW", delta.items(ChangeClass.NEW).size()) + ", "
                + words.count(
                        "items.RESOLVED", delta.items(ChangeClass.RESOLVED).size()));
        out.blank();
        List<ResultChange> bad = Stream.of(ChangeClass.NEW, ChangeClass.WORSE, ChangeClass.ADDED)
                .flatMap(kind -> Stream.concat(delta.criteria(kind).stream(), delta.controls(kind).stream()))
                .filter(change ->
                        change.kind() != ChangeClass.ADDED || change.last().isOpen())
                .toList();
        list(bad.stream()
                .map(change ->
                        "**" + text(change.id()) + "** " + text(change.title()) + " (" + causes(change.causes()) + ")")
                .toList());
    }

    private String causes(List<ChangeCause> causes) {
        return causes.stream().map(cause -> words.text("cause." + cause)).collect(Collectors.joining(", "));
    }

    private void known(BaselineComparison found) {
        out.heading(3, words.text("baseline"));
        out.paragraph(words.count("added", found.added().size()) + ", "
                + words.count("known", found.known().size()) + ", "
                + words.count("fixed", found.fixed().size()) + ", "
                + words.count("unseen", found.unseen().size()) + ".");
        list(found.added().stream().map(this::finding).toList());
        if (!found.fixed().isEmpty()) {
            out.paragraph(words.text("removable"));
            list(found.fixed().stream().map(this::finding).toList());
        }
    }

    private String finding(Finding finding) {
        return words.text("kind." + finding.kind()) + " **" + text(finding.place()) + "** " + text(finding.words());
    }

    private void actions() {
        List<Recommendation> all = findings.assessment().recommendations();
        if (all.isEmpty()) {
            return;
        }
        out.heading(3, words.text("actions"));
        all.stream().limit(ACTIONS).forEach(next -> out.step("**" + text(next.about()) + "** " + text(next.what())));
        out.blank();
        more(all.size() - ACTIONS);
    }

    private void list(List<String> lines) {
        lines.stream().limit(LISTED).forEach(out::item);
        if (!lines.isEmpty()) {
            out.blank();
        }
        more(lines.size() - LISTED);
    }

    private void more(int left) {
        if (left > 0) {
            out.paragraph(words.count("more", left));
        }
    }

    private void foot() {
        out.line("<sub>"
                + words.text("foot", text(findings.assessment().engagement().id())) + "</sub>");
    }

    /** Cut as it was written: the limit is there for the size of the step, and spares looking at the rest. */
    private static String text(String text) {
        return MarkdownText.of(Visible.clip(text, LONGEST));
    }
}

package dev.soc2.report.internal.markdown;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Recommendation;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.view.Aftermath;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Coverage;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.view.Decision;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.NextSteps;
import dev.soc2.report.internal.view.Others;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The page in GitHub flavoured Markdown: verdict, decisions, coverage, exceptions, what is undetermined, criteria. */
public final class MarkdownReport {

    private static final int ROWS = 20;
    private static final String DOCUMENT = "`assessment.json`";

    private final Findings findings;
    private final Presentation presentation;
    private final Words words;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder(1 << 12);

    private MarkdownReport(Findings findings, Presentation presentation) {
        this.findings = findings;
        this.presentation = presentation;
        this.words = findings.words();
        this.phrases = presentation.phrases(MarkdownReport.class, "markdown");
    }

    /** The text of an assessment. */
    public static String render(Assessment assessment, Presentation presentation) {
        MarkdownReport report = new MarkdownReport(Findings.of(assessment, presentation), presentation);
        report.front();
        report.verdict();
        report.decisions();
        report.nextSteps();
        report.coverage();
        report.exceptions();
        report.undetermined();
        report.criteria();
        report.others();
        report.controls();
        report.samples();
        report.provenance();
        return report.out.toString();
    }

    private void front() {
        Assessment assessment = findings.assessment();
        line("# " + phrases.text("title", text(findings.subject()), findings.type()));
        line("");
        if (findings.isInterim()) {
            line("> **" + words.text("interim") + ".** " + findings.interimSentence());
        } else if (findings.isDraft()) {
            line("> **" + words.text("draft") + ".**");
        }
        line("> " + words.text("status"));
        line("");
        line(text(assessment.engagement().organization()) + " · " + text(findings.time()) + " · "
                + findings.categories() + " · "
                + phrases.text(
                        "asof",
                        text(words.text(
                                "zoned",
                                findings.dates().time(assessment.inputs().asOf()),
                                assessment.engagement().zone().getId()))));
        line("");
    }

    private void verdict() {
        line("## " + findings.worst().sign() + " " + findings.headline());
        line("");
        line(Arrays.stream(Verdict.values())
                .map(v -> findings.criteria(v) + " " + words.of(v))
                .collect(Collectors.joining(" · ")));
        if (!findings.isTypeI()) {
            line("");
            line(findings.itemsLine() + ".");
        }
        line("");
        SuggestedOpinion opinion = findings.assessment().suggestedOpinion();
        line("**" + words.text("opinion.suggested", words.of(opinion.overall())) + "** "
                + words.text(
                        "opinion.parts",
                        words.of(opinion.description().kind()),
                        words.of(opinion.design().kind()))
                + opinion.operation()
                        .map(o -> " " + words.text("opinion.operation", words.of(o.kind())))
                        .orElse("")
                + " " + words.text("opinion.none"));
        line("");
        findings.assessment().notices().forEach(notice -> line("- " + text(notice.text())));
        if (!findings.assessment().notices().isEmpty()) {
            line("");
        }
    }

    private void decisions() {
        List<Decision> decisions = Decision.of(findings);
        if (decisions.isEmpty()) {
            return;
        }
        line("## " + words.text("heading.decide"));
        line("");
        head(
                "",
                words.text("column.what"),
                words.text("column.finding"),
                words.text("column.ask"),
                words.text("column.owner"),
                words.text("column.since"));

        decisions.stream()
                .limit(Decision.FIRST_SCREEN)
                .forEach(d -> row(
                        d.verdict().sign(),
                        text(d.label()),
                        text(d.title()) + ": " + text(d.fact()),
                        d.ask(),
                        d.owner().isEmpty() ? words.text("owner.no") : text(d.owner()),
                        d.since().map(findings.dates()::day).orElse("")));
        line("");
        if (decisions.size() > Decision.FIRST_SCREEN) {
            line(phrases.text("below", decisions.size() - Decision.FIRST_SCREEN));
            line("");
        }
    }

    private void nextSteps() {
        List<Recommendation> all = findings.assessment().recommendations();
        if (all.isEmpty()) {
            return;
        }
        line("## " + words.text("heading.next"));
        line("");
        all.stream()
                .limit(NextSteps.SHOWN)
                .forEach(r -> line("1. **" + text(r.about()) + "** " + text(NextSteps.sentence(r))
                        + (r.criteria().isEmpty() ? "" : " (" + NextSteps.unlocks(r) + ")")));
        line("");
        if (all.size() > NextSteps.SHOWN) {
            line(words.text("more", Figures.grouped(all.size() - NextSteps.SHOWN), DOCUMENT));
            line("");
        }
    }

    private void changes(ControlFinding control) {
        NextSteps.changes(control).forEach(sentence -> line("- " + words.text("changes") + ": " + text(sentence)));
    }

    private void coverage() {
        Coverage.of(findings).filter(table -> !table.rows().isEmpty()).ifPresent(table -> {
            line("## " + words.text("heading.coverage"));
            line("");
            line(words.text("coverage.explained") + " "
                    + Coverage.LEGEND.stream()
                            .map(v -> v.sign() + " " + words.ofMonth(v))
                            .collect(Collectors.joining(", "))
                    + ".");
            line("");
            out.append("| ").append(words.text("column.criteria")).append(" |");
            table.columns().forEach(c -> out.append(' ').append(c.label()).append(" |"));
            out.append("\n| --- |");
            table.columns().forEach(c -> out.append(" --- |"));
            out.append('\n');
            for (Coverage.Row row : table.rows()) {
                out.append("| ")
                        .append(row.series())
                        .append(' ')
                        .append(text(row.name()))
                        .append(" |");
                for (Coverage.Cell cell : row.cells()) {
                    out.append(' ').append(cell.verdict().sign());
                    if (cell.expected() > 0) {
                        out.append(' ').append(cell.covered()).append('/').append(cell.expected());
                    }
                    out.append(" |");
                }
                out.append('\n');
            }
            line("");
        });
    }

    private void exceptions() {
        line("## " + findings.exceptionsTitle());
        line("");
        if (findings.exceptions().isEmpty() && findings.gaps().isEmpty()) {
            line(words.text("none"));
            line("");
        }
        for (CriterionFinding gap : findings.gaps()) {
            line("- ✗ **" + gap.id() + "** " + text(gap.result().criterion().title()) + ": "
                    + gap.result().reasons().stream()
                            .map(r -> text(findings.testWords().facts(r)))
                            .collect(Collectors.joining("; ")));
        }
        if (!findings.gaps().isEmpty()) {
            line("");
        }
        for (ControlFinding control : findings.exceptions()) {
            heading(control);
            control.tally(ItemOutcome.DEVIATION)
                    .forEach(e -> line("- " + Figures.grouped(e.getValue()) + " × " + e.getKey()));
            reasons(control);
            changes(control);
            items(control, ItemOutcome.DEVIATION);
            Aftermath.of(control, findings).forEach(sentence -> line("- " + text(sentence)));
            control.result()
                    .deviationAnalysis()
                    .forEach(n -> line("- " + words.text("note.analysis", text(n.subject())) + ": " + text(n.text())));
            control.result()
                    .managementResponse()
                    .forEach(n -> line("- " + words.text("note.response") + ": " + text(n.text())));
            if (control.result().managementResponse().isEmpty()) {
                line("- " + words.text("note.no-response"));
            }
            line("");
        }
    }

    private void undetermined() {
        line("## " + words.text("heading.undetermined"));
        line("");
        if (findings.undetermined().isEmpty()) {
            line(words.text("nothing"));
            line("");
        }
        for (ControlFinding control : findings.undetermined()) {
            heading(control);
            reasons(control);
            changes(control);
            control.settledBy().forEach(sentence -> line("- " + phrases.text("settle", sentence)));
            items(control, ItemOutcome.UNDETERMINED);
            line("");
        }
    }

    private void heading(ControlFinding control) {
        line("### " + text(control.id()) + " " + text(control.title()));
        line("");
        String share = "";
        if (control.counts().deviations() > 0) {
            String found =
                    words.share(control.counts().deviations(), control.counts().evaluated());
            share = " " + words.text("with.exceptions", found) + ".";
        }
        line("**" + control.verdict().sign() + " " + control.conclusion() + ".**" + share + " "
                + words.text("column.criteria") + " "
                + control.result().control().sortedCriteria().stream()
                        .map(CriterionId::value)
                        .collect(Collectors.joining(", "))
                + ".");
        line("");
    }

    private void reasons(ControlFinding control) {
        control.allReasons()
                .forEach(reason -> line("- " + text(findings.testWords().of(reason))));
        control.result()
                .tests()
                .forEach(test -> test.coverage()
                        .ifPresent(time -> line("- " + text(test.id()) + ": "
                                + text(findings.testWords().time(time)))));
    }

    private void items(ControlFinding control, ItemOutcome outcome) {
        List<ControlFinding.Line> lines = control.lines(outcome);
        if (lines.isEmpty()) {
            return;
        }
        line("");
        head(
                words.text("column.item"),
                words.text("column.about"),
                words.text("column.when"),
                words.text("column.found"),
                words.text("column.evidence"));

        lines.stream().limit(ROWS).forEach(line -> {
            var item = line.item();
            row(
                    text(item.id()),
                    text(item.subject()),
                    when(item),
                    words.of(item.reason()) + (item.detail().isEmpty() ? "" : ": " + text(item.detail())),
                    item.evidence().stream().limit(3).map(MarkdownText::of).collect(Collectors.joining(", ")));
        });
        line("");
        if (lines.size() > ROWS) {
            line(words.text("more.of", Figures.grouped(lines.size() - ROWS), Figures.grouped(lines.size()), DOCUMENT));
            line("");
        }
    }

    private void criteria() {
        line("## " + words.text("heading.criteria"));
        line("");
        if (findings.criteria().isEmpty()) {
            line(words.text("headline.nothing") + ".");
        } else {
            head("", words.text("column.criterion"), words.text("column.verdict"), words.text("column.controls"));

            findings.criteria()
                    .forEach(c -> row(
                            c.verdict().sign(),
                            c.id() + " " + text(c.result().criterion().title()),
                            c.conclusion(),
                            c.result().controls().stream().map(MarkdownText::of).collect(Collectors.joining(", "))));
        }
        line("");
    }

    /** Promises to customers, and on whom the assessment relies. */
    private void others() {
        Assessment assessment = findings.assessment();
        if (!assessment.commitments().isEmpty()) {
            line("## " + words.text("heading.commitments"));
            line("");
            assessment
                    .commitments()
                    .forEach(c -> line("- "
                            + Words.verdict(c.conclusion()).sign() + " **"
                            + text(c.commitment().id()) + "** "
                            + text(c.commitment().text()) + ": " + words.of(c.conclusion()) + "."
                            + c.reasons().stream()
                                    .map(r -> " " + text(findings.testWords().of(r)) + ".")
                                    .collect(Collectors.joining())));
            line("");
        }
        if (assessment.reliance().organizations().isEmpty()
                && assessment.reliance().criteria().isEmpty()) {
            return;
        }
        line("## " + phrases.text("heading.reliance"));
        line("");
        line(words.text("others.untested"));
        line("");
        assessment
                .reliance()
                .organizations()
                .forEach(o -> line("- **" + text(o.name()) + "**: " + text(Others.of(o, words)) + "."));
        assessment
                .reliance()
                .criteria()
                .forEach(c -> line("- " + phrases.text("relies", c.criterion(), text(Others.of(c, words)))));
        line("");
    }

    /** Every control with its tests, when asked for. */
    private void controls() {
        if (!presentation.verbose() || findings.controls().isEmpty()) {
            return;
        }
        line("## " + findings.controlsTitle());
        line("");
        head("", words.text("column.control"), words.text("column.test"), words.text("column.result"));

        for (ControlFinding control : findings.controls()) {
            String name = text(control.id()) + " " + text(control.title());
            if (findings.isTypeI() || control.result().tests().isEmpty()) {
                row(control.verdict().sign(), name, control.implementation(), control.conclusion());
            } else {
                control.result()
                        .tests()
                        .forEach(test -> row(
                                control.verdict().sign(),
                                name,
                                text(findings.testWords().test(test)),
                                findings.testWords().result(test)));
            }
        }
        line("");
    }

    /** Every sample with what it takes to draw it again. */
    private void samples() {
        List<ControlFinding> sampled = findings.controls().stream()
                .filter(c ->
                        c.result().tests().stream().anyMatch(t -> t.sample().isPresent()))
                .toList();
        if (sampled.isEmpty()) {
            return;
        }
        line("## " + phrases.text("heading.samples"));
        line("");
        for (ControlFinding control : sampled) {
            for (TestResult test : control.result().tests()) {
                test.sample().ifPresent(sample -> {
                    line("### " + phrases.text("sample", text(control.id()), text(test.id())));
                    line("");
                    line("- " + words.text("population") + ": "
                            + words.count("items", test.population().count()));
                    findings.testWords()
                            .draw(sample)
                            .forEach(fact -> line("- " + fact.getKey() + ": " + text(fact.getValue())));
                    line("");
                });
            }
        }
    }

    private String when(ItemResult item) {
        return item.due()
                .map(due -> words.text("due", findings.dates().due(due)))
                .or(() -> item.at().or(item::from).map(findings.dates()::time))
                .orElse("");
    }

    private void provenance() {
        AssessmentInputs inputs = findings.assessment().inputs();
        line("---");
        line("");
        List<String> facts = new ArrayList<>();
        facts.add(phrases.text(
                "engagement", text(findings.assessment().engagement().id())));
        facts.add(words.count("records", inputs.evidenceCount()) + ", " + words.text("digest") + " "
                + text(inputs.evidenceDigest()));
        inputs.checkpoint()
                .ifPresent(log -> facts.add(phrases.text(
                        "ledger", text(log.origin()), words.count("entries", log.size()), text(log.root()))));
        facts.add(phrases.text(
                "packs",
                inputs.packs().stream()
                        .map(p -> text(p.id() + " " + p.version()))
                        .collect(Collectors.joining(", "))));
        facts.add(phrases.text("engine", text(inputs.engineVersion())));
        facts.add(phrases.text("tzdb", text(inputs.tzdbVersion())));
        presentation
                .generatedAt()
                .ifPresent(at ->
                        facts.add(words.text("generated", text(findings.dates().time(at)))));
        line(String.join(" · ", facts));
    }

    private static String text(String text) {
        return MarkdownText.of(text);
    }

    private void head(String... titles) {
        row(titles);
        line("| " + String.join(" | ", Collections.nCopies(titles.length, "---")) + " |");
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}

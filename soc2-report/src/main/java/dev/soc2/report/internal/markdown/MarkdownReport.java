package dev.soc2.report.internal.markdown;

import static dev.soc2.report.internal.markdown.MarkdownPage.text;

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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page in GitHub flavoured Markdown: verdict, decisions, coverage, exceptions, what is undetermined, criteria. */
public final class MarkdownReport {

    private static final int ROWS = 20;
    private static final String DOCUMENT = "`assessment.json`";

    private final Findings findings;
    private final Presentation presentation;
    private final Words words;
    private final Phrases phrases;
    private final MarkdownPage out = new MarkdownPage();

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
        out.heading(1, phrases.text("title", text(findings.subject()), findings.type()));
        if (findings.isInterim()) {
            out.quote("**" + words.text("interim") + ".** " + findings.interimSentence());
        } else if (findings.isDraft()) {
            out.quote("**" + words.text("draft") + ".**");
        }
        out.quote(words.text("status"));
        out.blank();
        out.paragraph(text(assessment.engagement().organization()) + " · " + text(findings.time()) + " · "
                + findings.categories() + " · "
                + phrases.text(
                        "asof",
                        text(words.text(
                                "zoned",
                                findings.dates().time(assessment.inputs().asOf()),
                                assessment.engagement().zone().getId()))));
    }

    private void verdict() {
        out.heading(2, findings.worst().sign() + " " + findings.headline());
        out.line(Arrays.stream(Verdict.values())
                .map(v -> findings.criteria(v) + " " + words.of(v))
                .collect(Collectors.joining(" · ")));
        if (!findings.isTypeI()) {
            out.blank();
            out.line(findings.itemsLine() + ".");
        }
        out.blank();
        SuggestedOpinion opinion = findings.assessment().suggestedOpinion();
        out.paragraph("**" + words.text("opinion.suggested", words.of(opinion.overall())) + "** "
                + words.text(
                        "opinion.parts",
                        words.of(opinion.description().kind()),
                        words.of(opinion.design().kind()))
                + opinion.operation()
                        .map(o -> " " + words.text("opinion.operation", words.of(o.kind())))
                        .orElse("")
                + " " + words.text("opinion.none"));
        findings.assessment().notices().forEach(notice -> out.item(text(notice.text())));
        if (!findings.assessment().notices().isEmpty()) {
            out.blank();
        }
    }

    private void decisions() {
        List<Decision> decisions = Decision.of(findings);
        if (decisions.isEmpty()) {
            return;
        }
        out.heading(2, words.text("heading.decide"));
        out.head(
                "",
                words.text("column.what"),
                words.text("column.finding"),
                words.text("column.ask"),
                words.text("column.owner"),
                words.text("column.since"));

        decisions.stream()
                .limit(Decision.FIRST_SCREEN)
                .forEach(d -> out.row(
                        d.verdict().sign(),
                        text(d.label()),
                        text(d.title()) + ": " + text(d.fact()),
                        d.ask(),
                        d.owner().isEmpty() ? words.text("owner.no") : text(d.owner()),
                        d.since().map(findings.dates()::day).orElse("")));
        out.blank();
        if (decisions.size() > Decision.FIRST_SCREEN) {
            out.paragraph(phrases.text("below", decisions.size() - Decision.FIRST_SCREEN));
        }
    }

    private void nextSteps() {
        List<Recommendation> all = findings.assessment().recommendations();
        if (all.isEmpty()) {
            return;
        }
        out.heading(2, words.text("heading.next"));
        all.stream()
                .limit(NextSteps.SHOWN)
                .forEach(r -> out.step("**" + text(r.about()) + "** " + text(NextSteps.sentence(r))
                        + (r.criteria().isEmpty() ? "" : " (" + NextSteps.unlocks(r) + ")")));
        out.blank();
        if (all.size() > NextSteps.SHOWN) {
            out.paragraph(words.text("more", Figures.grouped(all.size() - NextSteps.SHOWN), DOCUMENT));
        }
    }

    private void changes(ControlFinding control) {
        NextSteps.changes(control).forEach(sentence -> out.item(words.text("changes") + ": " + text(sentence)));
    }

    private void coverage() {
        Coverage.of(findings).filter(table -> !table.rows().isEmpty()).ifPresent(table -> {
            out.heading(2, words.text("heading.coverage"));
            out.paragraph(words.text("coverage.explained") + " "
                    + Coverage.LEGEND.stream()
                            .map(v -> v.sign() + " " + words.ofMonth(v))
                            .collect(Collectors.joining(", "))
                    + ".");
            out.head(Stream.concat(
                            Stream.of(words.text("column.criteria")),
                            table.columns().stream().map(Coverage.Column::label))
                    .toList());
            for (Coverage.Row row : table.rows()) {
                out.row(Stream.concat(
                                Stream.of(row.series() + " " + text(row.name())),
                                row.cells().stream().map(MarkdownReport::month))
                        .toList());
            }
            out.blank();
        });
    }

    private static String month(Coverage.Cell cell) {
        String part = cell.expected() > 0 ? " " + cell.covered() + "/" + cell.expected() : "";
        return cell.verdict().sign() + part;
    }

    private void exceptions() {
        out.heading(2, findings.exceptionsTitle());
        if (findings.exceptions().isEmpty() && findings.gaps().isEmpty()) {
            out.paragraph(words.text("none"));
        }
        for (CriterionFinding gap : findings.gaps()) {
            out.item("✗ **" + gap.id() + "** " + text(gap.result().criterion().title()) + ": "
                    + gap.result().reasons().stream()
                            .map(r -> text(findings.testWords().facts(r)))
                            .collect(Collectors.joining("; ")));
        }
        if (!findings.gaps().isEmpty()) {
            out.blank();
        }
        for (ControlFinding control : findings.exceptions()) {
            heading(control);
            control.tally(ItemOutcome.DEVIATION)
                    .forEach(e -> out.item(Figures.grouped(e.getValue()) + " × " + e.getKey()));
            reasons(control);
            changes(control);
            items(control, ItemOutcome.DEVIATION);
            Aftermath.of(control, findings).forEach(sentence -> out.item(text(sentence)));
            control.result()
                    .deviationAnalysis()
                    .forEach(n -> out.item(words.text("note.analysis", text(n.subject())) + ": " + text(n.text())));
            control.result()
                    .managementResponse()
                    .forEach(n -> out.item(words.text("note.response") + ": " + text(n.text())));
            if (control.result().managementResponse().isEmpty()) {
                out.item(words.text("note.no-response"));
            }
            out.blank();
        }
    }

    private void undetermined() {
        out.heading(2, words.text("heading.undetermined"));
        if (findings.undetermined().isEmpty()) {
            out.paragraph(words.text("nothing"));
        }
        for (ControlFinding control : findings.undetermined()) {
            heading(control);
            reasons(control);
            changes(control);
            control.settledBy().forEach(sentence -> out.item(phrases.text("settle", sentence)));
            items(control, ItemOutcome.UNDETERMINED);
            out.blank();
        }
    }

    private void heading(ControlFinding control) {
        out.heading(3, text(control.id()) + " " + text(control.title()));
        String share = "";
        if (control.counts().deviations() > 0) {
            String found =
                    words.share(control.counts().deviations(), control.counts().evaluated());
            share = " " + words.text("with.exceptions", found) + ".";
        }
        out.paragraph("**" + control.verdict().sign() + " " + control.conclusion() + ".**" + share + " "
                + words.text("column.criteria") + " "
                + control.result().control().sortedCriteria().stream()
                        .map(CriterionId::value)
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private void reasons(ControlFinding control) {
        control.allReasons()
                .forEach(reason -> out.item(text(findings.testWords().of(reason))));
        control.result()
                .tests()
                .forEach(test -> test.coverage()
                        .ifPresent(time -> out.item(text(test.id()) + ": "
                                + text(findings.testWords().time(time)))));
    }

    private void items(ControlFinding control, ItemOutcome outcome) {
        List<ControlFinding.Line> lines = control.lines(outcome);
        if (lines.isEmpty()) {
            return;
        }
        out.blank();
        out.head(
                words.text("column.item"),
                words.text("column.about"),
                words.text("column.when"),
                words.text("column.found"),
                words.text("column.evidence"));

        lines.stream().limit(ROWS).forEach(line -> {
            var item = line.item();
            out.row(
                    text(item.id()),
                    text(item.subject()),
                    when(item),
                    words.of(item.reason()) + (item.detail().isEmpty() ? "" : ": " + text(item.detail())),
                    item.evidence().stream().limit(3).map(MarkdownText::of).collect(Collectors.joining(", ")));
        });
        out.blank();
        if (lines.size() > ROWS) {
            out.paragraph(words.text(
                    "more.of", Figures.grouped(lines.size() - ROWS), Figures.grouped(lines.size()), DOCUMENT));
        }
    }

    private void criteria() {
        out.heading(2, words.text("heading.criteria"));
        if (findings.criteria().isEmpty()) {
            out.line(words.text("headline.nothing") + ".");
        } else {
            out.head("", words.text("column.criterion"), words.text("column.verdict"), words.text("column.controls"));

            findings.criteria()
                    .forEach(c -> out.row(
                            c.verdict().sign(),
                            c.id() + " " + text(c.result().criterion().title()),
                            c.conclusion(),
                            c.result().controls().stream().map(MarkdownText::of).collect(Collectors.joining(", "))));
        }
        out.blank();
    }

    /** Promises to customers, and on whom the assessment relies. */
    private void others() {
        Assessment assessment = findings.assessment();
        if (!assessment.commitments().isEmpty()) {
            out.heading(2, words.text("heading.commitments"));
            assessment
                    .commitments()
                    .forEach(c -> out.item(Words.verdict(c.conclusion()).sign() + " **"
                            + text(c.commitment().id()) + "** "
                            + text(c.commitment().text()) + ": " + words.of(c.conclusion()) + "."
                            + c.reasons().stream()
                                    .map(r -> " " + text(findings.testWords().of(r)) + ".")
                                    .collect(Collectors.joining())));
            out.blank();
        }
        if (assessment.reliance().organizations().isEmpty()
                && assessment.reliance().criteria().isEmpty()) {
            return;
        }
        out.heading(2, phrases.text("heading.reliance"));
        out.paragraph(words.text("others.untested"));
        assessment
                .reliance()
                .organizations()
                .forEach(o -> out.item("**" + text(o.name()) + "**: " + text(Others.of(o, words)) + "."));
        assessment
                .reliance()
                .criteria()
                .forEach(c -> out.item(phrases.text("relies", c.criterion(), text(Others.of(c, words)))));
        out.blank();
    }

    /** Every control with its tests, when asked for. */
    private void controls() {
        if (!presentation.verbose() || findings.controls().isEmpty()) {
            return;
        }
        out.heading(2, findings.controlsTitle());
        out.head("", words.text("column.control"), words.text("column.test"), words.text("column.result"));

        for (ControlFinding control : findings.controls()) {
            String name = text(control.id()) + " " + text(control.title());
            if (findings.isTypeI() || control.result().tests().isEmpty()) {
                out.row(control.verdict().sign(), name, control.implementation(), control.conclusion());
            } else {
                control.result()
                        .tests()
                        .forEach(test -> out.row(
                                control.verdict().sign(),
                                name,
                                text(findings.testWords().test(test)),
                                findings.testWords().result(test)));
            }
        }
        out.blank();
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
        out.heading(2, phrases.text("heading.samples"));
        for (ControlFinding control : sampled) {
            for (TestResult test : control.result().tests()) {
                test.sample().ifPresent(sample -> {
                    out.heading(3, phrases.text("sample", text(control.id()), text(test.id())));
                    out.item(words.text("population") + ": "
                            + words.count("items", test.population().count()));
                    findings.testWords()
                            .draw(sample)
                            .forEach(fact -> out.item(fact.getKey() + ": " + text(fact.getValue())));
                    out.blank();
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
        out.paragraph("---");
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
        out.line(String.join(" · ", facts));
    }
}

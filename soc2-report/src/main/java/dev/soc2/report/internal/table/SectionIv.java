package dev.soc2.report.internal.table;

import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.internal.table.Sheet.Column;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.TestWords;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Section IV of a report as tables: each test once, in the order of controls, and an index of criteria that points to
 * it. Whoever reads a row sees population, sample, period, kind of evidence and result.
 */
public final class SectionIv {

    private final Findings findings;
    private final Assessment assessment;
    private final Dates dates;
    private final Words words;
    private final Phrases phrases;

    private SectionIv(Findings findings, Phrases phrases) {
        this.findings = findings;
        this.assessment = findings.assessment();
        this.dates = findings.dates();
        this.words = findings.words();
        this.phrases = phrases;
    }

    /** The tables, in the order in which they are read. */
    public static List<Sheet> of(Findings findings, Phrases phrases) {
        SectionIv tables = new SectionIv(findings, phrases);
        return List.of(
                tables.readMe(),
                tables.tests(),
                tables.criteria(),
                tables.populations(),
                tables.samples(),
                tables.exceptions(),
                tables.evidence(),
                tables.coverage());
    }

    private static List<Cell> row(Object... cells) {
        List<Cell> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Number number ? Cell.of(number.longValue()) : Cell.of(cell.toString()));
        }
        return List.copyOf(row);
    }

    private Sheet readMe() {
        AssessmentInputs inputs = assessment.inputs();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(
                phrases.text("readme.about"),
                (findings.isDraft() ? words.text("draft") + ". " : "") + words.text("status")));
        findings.redacted().ifPresent(told -> rows.add(row(phrases.text("readme.redacted"), told)));
        rows.add(
                row(phrases.text("readme.organization"), assessment.engagement().organization()));
        rows.add(row(phrases.text("readme.system"), findings.subject()));
        rows.add(row(phrases.text("readme.report"), findings.type()));
        rows.add(row(phrases.text(findings.isTypeI() ? "readme.date" : "readme.period"), findings.time()));
        rows.add(row(phrases.text("readme.categories"), findings.categories()));
        rows.add(row(
                phrases.text("readme.asof"),
                words.text("zoned", dates.time(inputs.asOf()), dates.zone().getId())));
        rows.add(row(phrases.text("readme.status"), assessment.status().name()));
        rows.add(row(words.text("column.result"), findings.headline() + ". " + findings.itemsLine() + "."));
        rows.add(row(
                phrases.text("readme.opinion"),
                phrases.text(
                        "readme.opinion.value",
                        words.of(assessment.suggestedOpinion().overall()))));
        rows.add(row(words.text("column.criteria"), inputs.catalog().id()));
        inputs.packs()
                .forEach(pack -> rows.add(row(
                        phrases.text("readme.pack"), pack.id() + " " + pack.version() + " sha256:" + pack.sha256())));
        rows.add(row(
                words.text("column.evidence"),
                words.count("records", inputs.evidenceCount()) + ", " + words.text("digest") + " "
                        + inputs.evidenceDigest()));
        inputs.checkpoint()
                .ifPresent(log -> rows.add(row(
                        phrases.text("readme.ledger"),
                        phrases.text(
                                "readme.ledger.value", log.origin(), words.count("entries", log.size()), log.root()))));
        rows.add(row(
                phrases.text("readme.engine"),
                phrases.text("readme.engine.value", inputs.engineVersion(), inputs.tzdbVersion())));
        rows.add(row(
                phrases.text("readme.times"),
                phrases.text("readme.times.value", dates.zone().getId())));
        rows.add(row(phrases.text("sheet.tests"), phrases.text("readme.tests")));
        rows.add(row(phrases.text("readme.populations"), phrases.text("readme.populations.value")));
        rows.add(row(phrases.text("sheet.exceptions"), phrases.text("readme.exceptions")));
        return new Sheet(
                "read-me",
                phrases.text("sheet.read-me"),
                List.of(Column.of(phrases.text("column.what"), 22), Column.of(phrases.text("column.says"), 110)),
                rows::stream);
    }

    private Stream<ControlResult> controls() {
        return assessment.controls().stream();
    }

    private Sheet tests() {
        List<Column> columns = List.of(
                Column.of(words.text("column.control"), 12),
                Column.of(words.text("column.criteria"), 16),
                Column.of(phrases.text("column.wording"), 50),
                Column.of(words.text("column.test"), 8),
                Column.of(phrases.text("column.performed"), 60),
                Column.of(phrases.text("column.type"), 14),
                Column.of(phrases.text("column.frequency"), 16),
                Column.of(phrases.text("column.from"), 18),
                Column.of(phrases.text("column.to"), 18),
                Column.of(phrases.text("column.population"), 12),
                Column.of(phrases.text("column.proven"), 30),
                Column.of(phrases.text("column.tested"), 12),
                Column.of(phrases.text("column.sampling"), 20),
                Column.of(words.text("heading.exceptions"), 12),
                Column.of(words.text("heading.undetermined"), 12),
                Column.of(phrases.text("column.excused"), 10),
                Column.of(words.text("column.result"), 40),
                Column.of(phrases.text("column.test-conclusion"), 22),
                Column.of(phrases.text("column.control-conclusion"), 22));
        return new Sheet(
                "tests", phrases.text("sheet.tests"), columns, () -> controls().flatMap(this::tests));
    }

    private Stream<List<Cell>> tests(ControlResult control) {
        ControlFinding finding = findings.controls().stream()
                .filter(found -> found.id().equals(control.id()))
                .findFirst()
                .orElseThrow();
        String criteria = control.control().sortedCriteria().stream()
                .map(id -> id.value())
                .collect(Collectors.joining(", "));
        String wording = control.control().title()
                + (control.control().description().isBlank()
                        ? ""
                        : ". " + control.control().description());
        if (control.tests().isEmpty()) {
            return Stream.of(row(
                    control.id(),
                    criteria,
                    wording,
                    "",
                    phrases.text(findings.isTypeI() ? "test.design" : "test.none"),
                    words.of(control.control().nature()),
                    words.of(control.control().frequency()),
                    dates.time(control.from()),
                    dates.lastDay(control.to()),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    reasons(finding),
                    "",
                    finding.conclusion()));
        }
        return control.tests().stream()
                .map(test -> row(
                        control.id(),
                        criteria,
                        wording,
                        test.id(),
                        findings.testWords().test(test),
                        words.of(control.control().nature()) + ", "
                                + words.of(control.control().execution()),
                        words.of(control.control().frequency()),
                        dates.time(control.from()),
                        dates.lastDay(control.to()),
                        test.population().count(),
                        words.of(test.population().ipe()),
                        test.counts().evaluated(),
                        test.sample()
                                .map(sample -> words.of(sample.method()))
                                .orElse(TestWords.isCarriedOut(test) ? phrases.text("sampling.none") : ""),
                        test.counts().deviations(),
                        test.counts().undetermined(),
                        test.counts().excused(),
                        findings.testWords().result(test),
                        words.of(test.effectiveConclusion()),
                        finding.conclusion()));
    }

    private String reasons(ControlFinding finding) {
        return finding.allReasons().stream().map(findings.testWords()::of).collect(Collectors.joining("; "));
    }

    private Sheet criteria() {
        List<Column> columns = List.of(
                Column.of(words.text("column.criterion"), 12),
                Column.of(phrases.text("column.title"), 60),
                Column.of(phrases.text("column.conclusion"), 28),
                Column.of(words.text("column.controls"), 50),
                Column.of(phrases.text("column.why"), 70));
        return new Sheet(
                "criteria-index",
                phrases.text("sheet.criteria-index"),
                columns,
                () -> findings.criteria().stream()
                        .map(criterion -> row(
                                criterion.id(),
                                criterion.result().criterion().title(),
                                words.of(criterion.result().conclusion()),
                                criterion.controls().stream()
                                        .map(control -> control.id() + " (" + control.conclusion() + ")")
                                        .collect(Collectors.joining(", ")),
                                facts(criterion))));
    }

    private String facts(CriterionFinding criterion) {
        return criterion.result().reasons().stream()
                .map(findings.testWords()::facts)
                .collect(Collectors.joining("; "));
    }

    private Sheet populations() {
        List<Column> columns = List.of(
                Column.of(words.text("column.control"), 12),
                Column.of(words.text("column.test"), 8),
                Column.of(phrases.text("column.population"), 12),
                Column.of(phrases.text("column.ipe"), 50),
                Column.of(phrases.text("column.query"), 60),
                Column.of(phrases.text("column.population-records"), 40),
                Column.of(phrases.text("column.doubts"), 60));
        return new Sheet(
                "populations-and-ipe",
                phrases.text("sheet.populations-and-ipe"),
                columns,
                () -> controls()
                        .flatMap(control -> control.tests().stream()
                                .map(test -> row(
                                        control.id(),
                                        test.id(),
                                        test.population().count(),
                                        words.of(test.population().ipe()),
                                        test.population().query(),
                                        String.join(", ", test.population().evidence()),
                                        test.population().reasons().stream()
                                                .map(findings.testWords()::of)
                                                .collect(Collectors.joining("; "))))));
    }

    private Sheet samples() {
        List<Column> columns = List.of(
                Column.of(words.text("column.control"), 12),
                Column.of(words.text("column.test"), 8),
                Column.of(phrases.text("column.drawn"), 40),
                Column.of(phrases.text("column.method"), 30),
                Column.of(words.text("draw.seed"), 40),
                Column.of(words.text("draw.hash"), 40),
                Column.of(phrases.text("column.impracticable"), 50),
                Column.of(phrases.text("column.statement"), 60));
        return new Sheet(
                "samples",
                phrases.text("sheet.samples"),
                columns,
                () -> controls()
                        .flatMap(control -> control.tests().stream()
                                .flatMap(test ->
                                        test.sample().stream().flatMap(sample -> drawn(control, test, sample)))));
    }

    private Stream<List<Cell>> drawn(ControlResult control, TestResult test, SampleResult sample) {
        return sample.ids().stream()
                .map(item -> row(
                        control.id(),
                        test.id(),
                        item,
                        words.of(sample.method()),
                        sample.seed(),
                        sample.populationHash(),
                        sample.impracticable(),
                        sample.statement()));
    }

    private Sheet exceptions() {
        List<Column> columns = List.of(
                Column.of(words.text("column.control"), 12),
                Column.of(words.text("column.test"), 8),
                Column.of(words.text("column.item"), 40),
                Column.of(phrases.text("column.subject"), 30),
                Column.of(phrases.text("column.outcome"), 16),
                Column.of(phrases.text("column.reason"), 40),
                Column.of(phrases.text("column.began"), 18),
                Column.of(phrases.text("column.due"), 18),
                Column.of(phrases.text("column.happened"), 18),
                Column.of(phrases.text("column.detail"), 70),
                Column.of(phrases.text("column.cause"), 40),
                Column.of(words.text("note.response"), 40),
                Column.of(phrases.text("column.records"), 50));
        return new Sheet(
                "exceptions",
                phrases.text("sheet.exceptions"),
                columns,
                () -> findings.controls().stream()
                        .flatMap(control -> Stream.of(ItemOutcome.DEVIATION, ItemOutcome.UNDETERMINED)
                                .flatMap(outcome ->
                                        control.lines(outcome).stream().map(line -> exception(control, line)))));
    }

    private List<Cell> exception(ControlFinding control, ControlFinding.Line line) {
        ItemResult item = line.item();
        String cause = control.result().deviationAnalysis().stream()
                .filter(note -> note.subject().equals(item.id()))
                .map(note -> note.text())
                .collect(Collectors.joining(" "));
        String response = control.result().managementResponse().stream()
                .map(note -> note.text())
                .collect(Collectors.joining(" "));
        return row(
                control.id(),
                line.test(),
                item.id(),
                item.subject(),
                words.ofMonth(item.outcome() == ItemOutcome.DEVIATION ? Verdict.NOT_SUPPORTED : Verdict.UNDETERMINED),
                words.of(item.reason()),
                time(item.from()),
                item.due().map(dates::due).orElse(""),
                time(item.at()),
                item.detail(),
                cause,
                response,
                String.join(", ", item.evidence()));
    }

    private String time(Optional<Instant> instant) {
        return instant.map(dates::time).orElse("");
    }

    private Sheet evidence() {
        return new Sheet(
                "evidence",
                phrases.text("sheet.evidence"),
                List.of(Column.of(phrases.text("column.record"), 60), Column.of(phrases.text("column.digest"), 70)),
                () -> assessment.evidence().stream().map((EvidenceRef ref) -> row(ref.id(), ref.sha256())));
    }

    private Sheet coverage() {
        List<Column> columns = List.of(
                Column.of(words.text("column.control"), 12),
                Column.of(words.text("column.test"), 8),
                Column.of(phrases.text("column.month"), 12),
                Column.of(phrases.text("column.conforming"), 12),
                Column.of(words.text("heading.exceptions"), 12),
                Column.of(words.text("heading.undetermined"), 12),
                Column.of(phrases.text("column.excused"), 12),
                Column.of(phrases.text("column.pending"), 12));
        return new Sheet(
                "coverage",
                phrases.text("sheet.coverage"),
                columns,
                () -> controls()
                        .flatMap(control -> control.tests().stream()
                                .flatMap(test -> test.months().entrySet().stream()
                                        .map(month -> row(
                                                control.id(),
                                                test.id(),
                                                month.getKey().toString(),
                                                month.getValue().conforming(),
                                                month.getValue().deviations(),
                                                month.getValue().undetermined(),
                                                month.getValue().excused(),
                                                month.getValue().pending())))));
    }
}

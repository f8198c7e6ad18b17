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

    private SectionIv(Findings findings) {
        this.findings = findings;
        this.assessment = findings.assessment();
        this.dates = findings.dates();
        this.words = findings.words();
    }

    /** The tables, in the order in which they are read. */
    public static List<Sheet> of(Findings findings) {
        SectionIv tables = new SectionIv(findings);
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
                "What this is", "Draft. Readiness assessment prepared by management. Not a service auditor's report."));
        rows.add(row("Organization", assessment.engagement().organization()));
        rows.add(row("System", findings.subject()));
        rows.add(row("Report", findings.type()));
        rows.add(row(findings.isTypeI() ? "Date" : "Period", findings.time()));
        rows.add(row("Categories", findings.categories()));
        rows.add(row(
                "Assessed as of",
                dates.time(inputs.asOf()) + " (" + dates.zone().getId() + ")"));
        rows.add(row("Status", assessment.status().name()));
        rows.add(row("Result", findings.headline() + ". " + findings.itemsLine() + "."));
        rows.add(row(
                "Suggested opinion",
                words.of(assessment.suggestedOpinion().overall()) + "; only a CPA firm gives an opinion"));
        rows.add(row("Criteria", inputs.catalog().id()));
        inputs.packs()
                .forEach(pack ->
                        rows.add(row("Rule pack", pack.id() + " " + pack.version() + " sha256:" + pack.sha256())));
        rows.add(row(
                "Evidence", words.count("records", inputs.evidenceCount()) + ", digest " + inputs.evidenceDigest()));
        inputs.checkpoint()
                .ifPresent(log -> rows.add(row(
                        "Ledger", log.origin() + ", " + words.count("entries", log.size()) + ", root " + log.root())));
        rows.add(row("Engine", inputs.engineVersion() + ", time zone rules " + inputs.tzdbVersion()));
        rows.add(row("Times", "local times in " + dates.zone().getId()));
        rows.add(row("Tests", "one row for each test; N is the population, n what was evaluated of it"));
        rows.add(row("Populations", "how each population was drawn, and how far it is proven complete and accurate"));
        rows.add(row("Exceptions", "every exception and every item that could not be determined"));
        return new Sheet("Read me", List.of(Column.of("What", 22), Column.of("Says", 110)), rows::stream);
    }

    private Stream<ControlResult> controls() {
        return assessment.controls().stream();
    }

    private Sheet tests() {
        List<Column> columns = List.of(
                Column.of("Control", 12),
                Column.of("Criteria", 16),
                Column.of("Control as worded by management", 50),
                Column.of("Test", 8),
                Column.of("Test performed", 60),
                Column.of("Type", 14),
                Column.of("Frequency", 16),
                Column.of("Examined from", 18),
                Column.of("Examined to", 18),
                Column.of("Population N", 12),
                Column.of("Population proven", 30),
                Column.of("Items tested n", 12),
                Column.of("Sampling", 20),
                Column.of("Exceptions", 12),
                Column.of("Undetermined", 12),
                Column.of("Excused", 10),
                Column.of("Result", 40),
                Column.of("Test conclusion", 22),
                Column.of("Control conclusion", 22));
        return new Sheet("Tests", columns, () -> controls().flatMap(this::tests));
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
                    findings.isTypeI() ? "Design inspected" : "No test was carried out",
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
                                .orElse(TestWords.isCarriedOut(test) ? "none: everything was tested" : ""),
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
                Column.of("Criterion", 12),
                Column.of("Short title", 60),
                Column.of("Conclusion", 28),
                Column.of("Controls", 50),
                Column.of("Why", 70));
        return new Sheet(
                "Criteria index",
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
                Column.of("Control", 12),
                Column.of("Test", 8),
                Column.of("Population N", 12),
                Column.of("Proven", 50),
                Column.of("How it was drawn", 60),
                Column.of("Population records", 40),
                Column.of("Doubts", 60));
        return new Sheet(
                "Populations and IPE",
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
                Column.of("Control", 12),
                Column.of("Test", 8),
                Column.of("Item drawn", 40),
                Column.of("Method", 30),
                Column.of("Seed", 40),
                Column.of("Population hash", 40),
                Column.of("Why no census", 50),
                Column.of("Statement", 60));
        return new Sheet(
                "Samples",
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
                Column.of("Control", 12),
                Column.of("Test", 8),
                Column.of("Item", 40),
                Column.of("Subject", 30),
                Column.of("Outcome", 16),
                Column.of("Reason", 40),
                Column.of("Began", 18),
                Column.of("Due", 18),
                Column.of("Happened", 18),
                Column.of("Detail", 70),
                Column.of("Cause recorded", 40),
                Column.of("Response of management", 40),
                Column.of("Records", 50));
        return new Sheet(
                "Exceptions",
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
                item.outcome() == ItemOutcome.DEVIATION ? "exception" : "undetermined",
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
                "Evidence",
                List.of(Column.of("Record", 60), Column.of("SHA-256 of its line", 70)),
                () -> assessment.evidence().stream().map((EvidenceRef ref) -> row(ref.id(), ref.sha256())));
    }

    private Sheet coverage() {
        List<Column> columns = List.of(
                Column.of("Control", 12),
                Column.of("Test", 8),
                Column.of("Month", 12),
                Column.of("Conforming", 12),
                Column.of("Exceptions", 12),
                Column.of("Undetermined", 12),
                Column.of("Excused", 12),
                Column.of("Not due yet", 12));
        return new Sheet(
                "Coverage",
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

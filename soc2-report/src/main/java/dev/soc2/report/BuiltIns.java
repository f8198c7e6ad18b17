package dev.soc2.report;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.compare.Baseline;
import dev.soc2.report.internal.ci.JunitReport;
import dev.soc2.report.internal.ci.SarifReport;
import dev.soc2.report.internal.ci.StepSummary;
import dev.soc2.report.internal.console.ConsoleReport;
import dev.soc2.report.internal.delta.DeltaDocument;
import dev.soc2.report.internal.delta.DeltaMarkdown;
import dev.soc2.report.internal.exceptions.DeviationMarkdown;
import dev.soc2.report.internal.exceptions.DeviationTable;
import dev.soc2.report.internal.html.DeltaHtml;
import dev.soc2.report.internal.html.HtmlReport;
import dev.soc2.report.internal.html.Look;
import dev.soc2.report.internal.html.ProsePage;
import dev.soc2.report.internal.letters.ManagementDrafts;
import dev.soc2.report.internal.letters.PublicSummary;
import dev.soc2.report.internal.markdown.MarkdownReport;
import dev.soc2.report.internal.oscal.OscalSet;
import dev.soc2.report.internal.pdf.PdfReport;
import dev.soc2.report.internal.plan.PlanCalendar;
import dev.soc2.report.internal.plan.PlanMarkdown;
import dev.soc2.report.internal.prose.ProseMarkdown;
import dev.soc2.report.internal.redact.Redactor;
import dev.soc2.report.internal.table.CsvTable;
import dev.soc2.report.internal.table.RequestTable;
import dev.soc2.report.internal.table.SectionIv;
import dev.soc2.report.internal.table.Sheet;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.workpaper.Workpapers;
import dev.soc2.report.internal.xlsx.WorkbookWriter;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportSet;
import dev.soc2.report.render.ReportStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What {@link Reports} hands out: each format of this module tied to its name, and to the options that it knows. */
final class BuiltIns {

    static final BuiltInRenderer HTML =
            text("html", "text/html", "soc2.html", (a, o) -> HtmlReport.render(a, presentation(o), Look.of(o)));
    static final BuiltInRenderer PDF = new BuiltInRenderer(
            "pdf",
            "application/pdf",
            "report.pdf",
            (a, o, out) -> PdfReport.write(a, presentation(o), Look.of(o), out));
    static final BuiltInRenderer MARKDOWN =
            text("markdown", "text/markdown", "soc2.md", (a, o) -> MarkdownReport.render(a, presentation(o)));
    static final BuiltInRenderer CONSOLE = text(
                    "console", "text/plain", "soc2.txt", (a, o) -> ConsoleReport.render(a, presentation(o)))
            .withoutLint();
    static final BuiltInRenderer JSON = new BuiltInRenderer(
                    "json", "application/json", "assessment.json", (a, o, out) -> AssessmentDocument.write(a, out))
            .withoutLint();
    static final BuiltInRenderer SARIF = new BuiltInRenderer(
                    "sarif",
                    "application/sarif+json",
                    "report.sarif",
                    (a, o, out) -> SarifReport.write(a, presentation(o), out))
            .withoutLint();
    static final BuiltInRenderer JUNIT = text(
                    "junit",
                    "application/xml",
                    "junit.xml",
                    (a, o) -> JunitReport.render(a, presentation(o), o.undeterminedIsError()))
            .withoutLint();
    static final BuiltInRenderer SECTION_IV = workbook(
            "section-iv",
            "section-iv.xlsx",
            (findings, o) -> SectionIv.of(findings, tables(o)),
            (findings, o) -> tables(o).text("title.section-iv", findings.subject()));
    static final BuiltInRenderer REQUESTS = workbook(
                    "requests",
                    "requests.xlsx",
                    (findings, o) -> List.of(RequestTable.of(findings, tables(o), o.requestStatuses())),
                    (findings, o) -> tables(o).text("title.requests", findings.subject()))
            .withoutLint();
    static final BuiltInRenderer REQUESTS_CSV = new BuiltInRenderer(
                    "requests-csv",
                    "text/csv",
                    "requests.csv",
                    (a, o, out) -> CsvTable.write(RequestTable.of(findings(a, o), tables(o), o.requestStatuses()), out))
            .withoutLint();
    static final BuiltInRenderer EXCEPTIONS = workbook(
                    "exceptions",
                    "exceptions.xlsx",
                    (findings, o) -> List.of(DeviationTable.of(findings, presentation(o))),
                    (findings, o) -> DeviationTable.title(findings, presentation(o)))
            .withoutLint();
    static final BuiltInRenderer EXCEPTIONS_MARKDOWN = text(
                    "exceptions-markdown",
                    "text/markdown",
                    "exceptions.md",
                    (a, o) -> DeviationMarkdown.render(findings(a, o), presentation(o)))
            .withoutLint();
    static final BuiltInRenderer STEP_SUMMARY = text(
                    "step-summary",
                    "text/markdown",
                    "summary.md",
                    (a, o) -> StepSummary.render(a, presentation(o), o.comparedWith(), known(o)))
            .withoutLint();
    static final BuiltInRenderer PLAN = text(
                    "plan",
                    "text/markdown",
                    "plan.md",
                    (a, o) -> PlanMarkdown.render(a, presentation(o), o.auditCalendar()))
            .withoutLint();
    static final BuiltInRenderer PLAN_CALENDAR = text(
                    "plan-calendar",
                    "text/calendar",
                    "plan.ics",
                    (a, o) -> PlanCalendar.render(a, presentation(o), o.auditCalendar()))
            .withoutLint();
    static final BuiltInRenderer PUBLIC_SUMMARY = text(
            "public-summary",
            "text/html",
            "public-summary.html",
            (a, o) -> ProsePage.of(PublicSummary.of(a, presentation(o), o.reportContact()), Look.of(o)));
    static final BuiltInRenderer PUBLIC_SUMMARY_MD = text(
            "public-summary-md",
            "text/markdown",
            "public-summary.md",
            (a, o) -> ProseMarkdown.of(PublicSummary.of(a, presentation(o), o.reportContact())));
    static final BuiltInRenderer PUBLIC_SUMMARY_PDF = new BuiltInRenderer(
            "public-summary-pdf",
            "application/pdf",
            "public-summary.pdf",
            (a, o, out) -> PdfReport.write(
                    "public-summary.pdf",
                    PublicSummary.of(a, presentation(o), o.reportContact()),
                    a,
                    presentation(o),
                    Look.of(o),
                    out));

    static final BuiltInSet HTML_FOLDER =
            new BuiltInSet("html-folder", (a, o, files) -> HtmlReport.write(a, presentation(o), Look.of(o), files));
    static final BuiltInSet MANAGEMENT_DRAFTS = new BuiltInSet(
                    "management-drafts", (a, o, files) -> ManagementDrafts.write(a, presentation(o), files))
            .withoutLint();
    static final BuiltInSet OSCAL = new BuiltInSet(
                    "oscal", (a, o, files) -> OscalSet.write(a, presentation(o), o.auditCalendar(), files))
            .withoutLint();
    static final BuiltInSet SECTION_IV_CSV = new BuiltInSet(
            "section-iv-csv",
            (a, o, files) -> SectionIv.of(findings(a, o), tables(o)).stream()
                    .sorted(Comparator.comparing(BuiltIns::csvName))
                    .forEach(sheet -> files.file(csvName(sheet), out -> CsvTable.write(sheet, out))));
    static final BuiltInSet WORKPAPERS = new BuiltInSet(
            "workpapers",
            (a, o, files) ->
                    Workpapers.write(a, presentation(o), ".html", paper -> ProsePage.of(paper, Look.of(o)), files));
    static final BuiltInSet WORKPAPERS_MD = new BuiltInSet(
            "workpapers-md", (a, o, files) -> Workpapers.write(a, presentation(o), ".md", ProseMarkdown::of, files));

    static final Fragments FRAGMENTS = new Fragments();
    static final AuditorPackage AUDITOR_PACKAGE = AuditorPackage.empty()
            .report("report.html", HTML)
            .report("section-iv.xlsx", SECTION_IV)
            .report("requests.xlsx", REQUESTS)
            .report("assessment.json", JSON)
            .set("oscal", OSCAL);

    /** The renderers that have a name to be found by. */
    static final List<ReportRenderer> RENDERERS = List.of(
            HTML,
            PDF,
            MARKDOWN,
            CONSOLE,
            JSON,
            SARIF,
            JUNIT,
            SECTION_IV,
            REQUESTS,
            REQUESTS_CSV,
            EXCEPTIONS,
            EXCEPTIONS_MARKDOWN,
            STEP_SUMMARY,
            PUBLIC_SUMMARY,
            PUBLIC_SUMMARY_MD,
            PUBLIC_SUMMARY_PDF,
            PLAN,
            PLAN_CALENDAR,
            AUDITOR_PACKAGE);

    static final List<ReportSet> SETS =
            List.of(HTML_FOLDER, MANAGEMENT_DRAFTS, OSCAL, SECTION_IV_CSV, WORKPAPERS, WORKPAPERS_MD);

    private BuiltIns() {}

    static BuiltInRenderer delta(Assessment before) {
        return text(
                        "delta",
                        "text/html",
                        "delta.html",
                        (a, o) -> DeltaHtml.render(seen(before, o), a, presentation(o), Look.of(o)))
                .withoutLint();
    }

    static BuiltInRenderer deltaMarkdown(Assessment before) {
        return text(
                        "delta-markdown",
                        "text/markdown",
                        "delta.md",
                        (a, o) -> DeltaMarkdown.render(seen(before, o), a, presentation(o)))
                .withoutLint();
    }

    static BuiltInRenderer deltaJson(Assessment before) {
        return new BuiltInRenderer(
                        "delta-json",
                        "application/json",
                        "delta.json",
                        (a, o, out) -> DeltaDocument.write(seen(before, o), a, out))
                .withoutLint();
    }

    /** What the options say about how things are put. */
    static Presentation presentation(ReportOptions options) {
        return new Presentation(
                options.generatedAt(),
                options.locale(),
                options.words(),
                options.colour(),
                options.ascii(),
                options.verbose(),
                options.status() == ReportStatus.DRAFT);
    }

    private static BuiltInRenderer text(
            String id, String mediaType, String file, BiFunction<Assessment, ReportOptions, String> render) {
        return new BuiltInRenderer(id, mediaType, file, BuiltInRenderer.text(render));
    }

    /** Tables as a workbook that bears the time of generation, else the instant that the assessment pretends to run at. */
    private static BuiltInRenderer workbook(
            String id,
            String file,
            BiFunction<Findings, ReportOptions, List<Sheet>> sheets,
            BiFunction<Findings, ReportOptions, String> title) {
        return new BuiltInRenderer(
                id, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file, (a, o, out) -> {
                    Findings findings = findings(a, o);
                    WorkbookWriter.write(
                            sheets.apply(findings, o),
                            title.apply(findings, o),
                            tables(o),
                            o.generatedAt().orElse(a.inputs().asOf()),
                            out);
                });
    }

    private static Findings findings(Assessment assessment, ReportOptions options) {
        return Findings.of(assessment, presentation(options));
    }

    private static Phrases tables(ReportOptions options) {
        return presentation(options).phrases(Sheet.class, "table");
    }

    private static String csvName(Sheet sheet) {
        return sheet.id() + ".csv";
    }

    /** The earlier assessment as the reader may see it, with the same pseudonyms as the later one. */
    private static Assessment seen(Assessment before, ReportOptions options) {
        return Redactor.apply(before, options.redaction());
    }

    /** A baseline names items as they are: it can neither be shown nor be compared where they have pseudonyms. */
    private static Optional<Baseline> known(ReportOptions options) {
        if (options.baseline().isPresent() && options.redaction().isActive()) {
            throw new IllegalArgumentException("a baseline names items as they are, and the reader '"
                    + options.redaction().reader() + "' may not see them: leave out the baseline or the redaction");
        }
        return options.baseline();
    }
}

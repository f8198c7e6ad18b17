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
import dev.soc2.report.internal.io.Services;
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
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportSet;
import dev.soc2.report.render.ReportStatus;
import dev.soc2.report.spi.ReportRendererProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The renderers: the built-in ones by method, all of them by name.
 *
 * <pre>{@code
 * Reports.html().write(assessment, Path.of("soc2.html"));
 * String summary = Reports.markdown().render(assessment, ReportOptions.defaults());
 * }</pre>
 */
public final class Reports {

    private static final ReportRenderer HTML = new BuiltInRenderer(
            "html",
            "text/html",
            "soc2.html",
            BuiltInRenderer.text((a, o) -> HtmlReport.render(a, presentation(o), Look.of(o))));
    private static final ReportRenderer PDF = new BuiltInRenderer(
            "pdf", "application/pdf", "report.pdf", (a, o, out) -> PdfReport.write(a, presentation(o), out));
    private static final ReportRenderer MARKDOWN = new BuiltInRenderer(
            "markdown",
            "text/markdown",
            "soc2.md",
            BuiltInRenderer.text((a, o) -> MarkdownReport.render(a, presentation(o))));
    private static final ReportRenderer CONSOLE = new BuiltInRenderer(
                    "console",
                    "text/plain",
                    "soc2.txt",
                    BuiltInRenderer.text((a, o) -> ConsoleReport.render(a, presentation(o))))
            .withoutLint();
    private static final ReportRenderer JSON = new BuiltInRenderer(
                    "json", "application/json", "assessment.json", (a, o, out) -> AssessmentDocument.write(a, out))
            .withoutLint();
    private static final ReportRenderer SARIF = new BuiltInRenderer(
                    "sarif",
                    "application/sarif+json",
                    "report.sarif",
                    (a, o, out) -> SarifReport.write(a, presentation(o), out))
            .withoutLint();
    private static final ReportRenderer JUNIT = new BuiltInRenderer(
                    "junit",
                    "application/xml",
                    "junit.xml",
                    BuiltInRenderer.text((a, o) -> JunitReport.render(a, presentation(o), o.undeterminedIsError())))
            .withoutLint();

    private static final ReportRenderer SECTION_IV = new BuiltInRenderer(
            "section-iv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "section-iv.xlsx",
            (a, o, out) -> {
                Findings findings = Findings.of(a, presentation(o));
                Phrases phrases = tables(o);
                WorkbookWriter.write(
                        SectionIv.of(findings, phrases),
                        phrases.text("title.section-iv", findings.subject()),
                        phrases,
                        o.generatedAt().orElse(a.inputs().asOf()),
                        out);
            });
    private static final ReportRenderer REQUESTS = new BuiltInRenderer(
                    "requests",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "requests.xlsx",
                    (a, o, out) -> {
                        Findings findings = Findings.of(a, presentation(o));
                        Phrases phrases = tables(o);
                        WorkbookWriter.write(
                                List.of(RequestTable.of(findings, phrases, o.requestStatuses())),
                                phrases.text("title.requests", findings.subject()),
                                phrases,
                                o.generatedAt().orElse(a.inputs().asOf()),
                                out);
                    })
            .withoutLint();
    private static final ReportRenderer REQUESTS_CSV = new BuiltInRenderer(
                    "requests-csv",
                    "text/csv",
                    "requests.csv",
                    (a, o, out) -> CsvTable.write(
                            RequestTable.of(Findings.of(a, presentation(o)), tables(o), o.requestStatuses()), out))
            .withoutLint();
    private static final ReportRenderer EXCEPTIONS = new BuiltInRenderer(
                    "exceptions",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "exceptions.xlsx",
                    (a, o, out) -> {
                        Findings findings = Findings.of(a, presentation(o));
                        WorkbookWriter.write(
                                List.of(DeviationTable.of(findings, presentation(o))),
                                DeviationTable.title(findings, presentation(o)),
                                tables(o),
                                o.generatedAt().orElse(a.inputs().asOf()),
                                out);
                    })
            .withoutLint();
    private static final ReportRenderer EXCEPTIONS_MARKDOWN = new BuiltInRenderer(
                    "exceptions-markdown",
                    "text/markdown",
                    "exceptions.md",
                    BuiltInRenderer.text(
                            (a, o) -> DeviationMarkdown.render(Findings.of(a, presentation(o)), presentation(o))))
            .withoutLint();
    private static final ReportRenderer STEP_SUMMARY = new BuiltInRenderer(
                    "step-summary",
                    "text/markdown",
                    "summary.md",
                    BuiltInRenderer.text((a, o) -> StepSummary.render(a, presentation(o), o.comparedWith(), known(o))))
            .withoutLint();
    private static final ReportRenderer PLAN = new BuiltInRenderer(
                    "plan",
                    "text/markdown",
                    "plan.md",
                    BuiltInRenderer.text((a, o) -> PlanMarkdown.render(a, presentation(o), o.auditCalendar())))
            .withoutLint();
    private static final ReportRenderer PLAN_CALENDAR = new BuiltInRenderer(
                    "plan-calendar",
                    "text/calendar",
                    "plan.ics",
                    BuiltInRenderer.text((a, o) -> PlanCalendar.render(a, presentation(o), o.auditCalendar())))
            .withoutLint();
    private static final ReportSet SECTION_IV_CSV = new BuiltInSet(
            "section-iv-csv",
            (a, o, files) -> SectionIv.of(Findings.of(a, presentation(o)), tables(o)).stream()
                    .sorted(Comparator.comparing(Reports::csvName))
                    .forEach(sheet -> files.file(csvName(sheet), out -> CsvTable.write(sheet, out))));
    private static final ReportSet OSCAL = new BuiltInSet(
                    "oscal", (a, o, files) -> OscalSet.write(a, presentation(o), o.auditCalendar(), files))
            .withoutLint();
    private static final ReportSet HTML_FOLDER =
            new BuiltInSet("html-folder", (a, o, files) -> HtmlReport.write(a, presentation(o), Look.of(o), files));
    private static final Fragments FRAGMENTS = new Fragments();
    private static final ReportRenderer PUBLIC_SUMMARY = new BuiltInRenderer(
            "public-summary",
            "text/html",
            "public-summary.html",
            BuiltInRenderer.text((a, o) -> ProsePage.of(PublicSummary.of(a, presentation(o), o.reportContact()))));
    private static final ReportRenderer PUBLIC_SUMMARY_MD = new BuiltInRenderer(
            "public-summary-md",
            "text/markdown",
            "public-summary.md",
            BuiltInRenderer.text((a, o) -> ProseMarkdown.of(PublicSummary.of(a, presentation(o), o.reportContact()))));
    private static final ReportSet MANAGEMENT_DRAFTS = new BuiltInSet(
                    "management-drafts", (a, o, files) -> ManagementDrafts.write(a, presentation(o), files))
            .withoutLint();
    private static final ReportSet WORKPAPERS = new BuiltInSet(
            "workpapers", (a, o, files) -> Workpapers.write(a, presentation(o), ".html", ProsePage::of, files));
    private static final ReportSet WORKPAPERS_MD = new BuiltInSet(
            "workpapers-md", (a, o, files) -> Workpapers.write(a, presentation(o), ".md", ProseMarkdown::of, files));
    private static final AuditorPackage AUDITOR_PACKAGE = AuditorPackage.empty()
            .report("report.html", HTML)
            .report("section-iv.xlsx", SECTION_IV)
            .report("requests.xlsx", REQUESTS)
            .report("assessment.json", JSON)
            .set("oscal", OSCAL);
    private static final List<ReportRenderer> BUILT_IN = List.of(
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
            PLAN,
            PLAN_CALENDAR,
            AUDITOR_PACKAGE);
    private static final List<ReportSet> SETS =
            List.of(HTML_FOLDER, MANAGEMENT_DRAFTS, OSCAL, SECTION_IV_CSV, WORKPAPERS, WORKPAPERS_MD);

    private Reports() {}

    /**
     * One page that opens without network, script or style.
     *
     * @return the renderer {@code html}
     */
    public static ReportRenderer html() {
        return HTML;
    }

    /**
     * The page of {@link #html()} for paper and archives, as PDF/A-3a and PDF/UA-1. Needs
     * {@code io.github.openhtmltopdf:openhtmltopdf-pdfbox}, which does not come along.
     *
     * @return the renderer {@code pdf}
     */
    public static ReportRenderer pdf() {
        return PDF;
    }

    /**
     * The page of {@link #html()} as {@code index.html} with {@code report.css} and {@code report.js} beside it, for
     * servers whose policy allows no style in a page.
     *
     * @return the set {@code html-folder}
     */
    public static ReportSet htmlFolder() {
        return HTML_FOLDER;
    }

    /**
     * Parts of the page for a page of the host.
     *
     * @return the fragments
     */
    public static Fragments fragments() {
        return FRAGMENTS;
    }

    /**
     * GitHub flavoured Markdown, for a step summary or a ticket.
     *
     * @return the renderer {@code markdown}
     */
    public static ReportRenderer markdown() {
        return MARKDOWN;
    }

    /**
     * Plain lines for a terminal or a log.
     *
     * @return the renderer {@code console}
     */
    public static ReportRenderer console() {
        return CONSOLE;
    }

    /**
     * The assessment itself, {@link AssessmentDocument}; of the options only the redaction changes it.
     *
     * @return the renderer {@code json}
     */
    public static ReportRenderer json() {
        return JSON;
    }

    /**
     * Exceptions and undetermined items as SARIF 2.1.0, for viewers of code findings.
     *
     * @return the renderer {@code sarif}
     */
    public static ReportRenderer sarif() {
        return SARIF;
    }

    /**
     * Controls as cases of JUnit XML, which every build server shows.
     *
     * @return the renderer {@code junit}
     */
    public static ReportRenderer junit() {
        return JUNIT;
    }

    /**
     * Section IV as a workbook: tests, index of criteria, populations, samples, exceptions, evidence and coverage.
     *
     * @return the renderer {@code section-iv}
     */
    public static ReportRenderer sectionIv() {
        return SECTION_IV;
    }

    /**
     * The list of what has to be provided, as a workbook: by owner, with a status to choose. What people wrote into an
     * earlier list is kept when the options hand it in.
     *
     * @return the renderer {@code requests}
     */
    public static ReportRenderer requests() {
        return REQUESTS;
    }

    /**
     * The table of {@link #requests()} as CSV.
     *
     * @return the renderer {@code requests-csv}
     */
    public static ReportRenderer requestsCsv() {
        return REQUESTS_CSV;
    }

    /**
     * What management has to answer for, as a workbook: every exception and everything that is undetermined, with n of N,
     * dates, cause, compensating control, response, owner, due date and status.
     *
     * @return the renderer {@code exceptions}
     */
    public static ReportRenderer exceptions() {
        return EXCEPTIONS;
    }

    /**
     * The register of {@link #exceptions()} in Markdown.
     *
     * @return the renderer {@code exceptions-markdown}
     */
    public static ReportRenderer exceptionsMarkdown() {
        return EXCEPTIONS_MARKDOWN;
    }

    /**
     * A short summary for a step of GitHub Actions, in Markdown: the verdict, what changed when the options hand in an
     * earlier assessment, what is new when they hand in a baseline, and what to do first.
     *
     * @return the renderer {@code step-summary}
     */
    public static ReportRenderer stepSummary() {
        return STEP_SUMMARY;
    }

    /**
     * What changed since an earlier assessment, as a page: scope, rules and evidence that differ first, then criteria,
     * controls and items with what each change comes from.
     *
     * @param before the earlier assessment; the one that is written is the later
     * @return the renderer {@code delta}, which has no name to be found by, since it needs two assessments
     */
    public static ReportRenderer delta(Assessment before) {
        return new BuiltInRenderer(
                        "delta",
                        "text/html",
                        "delta.html",
                        BuiltInRenderer.text((a, o) -> DeltaHtml.render(seen(before, o), a, presentation(o))))
                .withoutLint();
    }

    /**
     * The comparison of {@link #delta(Assessment)} in Markdown.
     *
     * @param before the earlier assessment
     * @return the renderer {@code delta-markdown}
     */
    public static ReportRenderer deltaMarkdown(Assessment before) {
        return new BuiltInRenderer(
                        "delta-markdown",
                        "text/markdown",
                        "delta.md",
                        BuiltInRenderer.text((a, o) -> DeltaMarkdown.render(seen(before, o), a, presentation(o))))
                .withoutLint();
    }

    /**
     * The comparison of {@link #delta(Assessment)} for programs, with every item; of the options only the redaction
     * changes it. The schema
     * is {@code META-INF/soc2/schema/delta-1.json} in the jar of this module.
     *
     * @param before the earlier assessment
     * @return the renderer {@code delta-json}
     */
    public static ReportRenderer deltaJson(Assessment before) {
        return new BuiltInRenderer(
                        "delta-json",
                        "application/json",
                        "delta.json",
                        (a, o, out) -> DeltaDocument.write(seen(before, o), a, out))
                .withoutLint();
    }

    /**
     * The plan of the audit as Markdown: milestones, scope, readiness gaps, tests, and the evidence to collect with its
     * days. Made from an assessment of any stage; days that only the service auditor can agree on come from
     * {@link ReportOptions#auditCalendar()}.
     *
     * @return the renderer {@code plan}
     */
    public static ReportRenderer plan() {
        return PLAN;
    }

    /**
     * The days and tasks of {@link #plan()} as iCalendar (RFC 5545), stamped with the time of generation, else with the
     * instant that the assessment pretends to run at.
     *
     * @return the renderer {@code plan-calendar}
     */
    public static ReportRenderer planCalendar() {
        return PLAN_CALENDAR;
    }

    /**
     * The tables of {@link #sectionIv()} as CSV files, safe to open in a spreadsheet.
     *
     * @return the set {@code section-iv-csv}
     */
    public static ReportSet sectionIvCsv() {
        return SECTION_IV_CSV;
    }

    /**
     * Linked OSCAL 1.1.3 documents in JSON: catalog, system security plan, assessment plan, assessment results, and the
     * plan of action when there are exceptions.
     *
     * @return the set {@code oscal}
     */
    public static ReportSet oscal() {
        return OSCAL;
    }

    /**
     * What the public may read of a Type II, in the shape of a SOC 3: the system and its boundaries, commitments,
     * categories and period, who else takes part, and how to get the report. It shows no test, control or result, and
     * refuses a Type I and words by which an auditor concludes ({@link dev.soc2.report.render.ReportRefusedException}).
     *
     * @return the renderer {@code public-summary}
     */
    public static ReportRenderer publicSummary() {
        return PUBLIC_SUMMARY;
    }

    /**
     * The words of {@link #publicSummary()} as Markdown.
     *
     * @return the renderer {@code public-summary-md}
     */
    public static ReportRenderer publicSummaryMarkdown() {
        return PUBLIC_SUMMARY_MD;
    }

    /**
     * A letter of management for the time after the last report. The assessment is one whose period covers that time as
     * far as possible; an assessment of another time is allowed, and the letter then says that nothing is known. What
     * stands against saying that nothing changed comes as {@link dev.soc2.report.render.RenderResult#warnings}.
     *
     * @param request what no assessment knows
     * @param format how the letter is written
     * @return a renderer of this letter, {@code bridge-letter}, {@code bridge-letter-html} or {@code bridge-letter-md}
     */
    public static ReportRenderer bridgeLetter(BridgeLetterRequest request, LetterFormat format) {
        return new BridgeLetterRenderer(request, format);
    }

    /**
     * Drafts for management to complete and sign: its assertion, the system description, and the lists of complementary
     * controls, each as a document of a word processor and as Markdown. Every sentence names its source, and the
     * assertion states no more than was concluded.
     *
     * @return the set {@code management-drafts}
     */
    public static ReportSet managementDrafts() {
        return MANAGEMENT_DRAFTS;
    }

    /**
     * A working paper for each control, with an index: wording, criteria, rule, population, sample, results, and how to
     * do it again.
     *
     * @return the set {@code workpapers}
     */
    public static ReportSet workpapers() {
        return WORKPAPERS;
    }

    /**
     * The working papers as Markdown.
     *
     * @return the set {@code workpapers-md}
     */
    public static ReportSet workpapersMarkdown() {
        return WORKPAPERS_MD;
    }

    /**
     * One archive for the service auditor, with the HTML page, section IV, requests, the assessment and OSCAL; evidence,
     * further reports and what was left out are added to it.
     *
     * @return the renderer {@code auditor-package}
     */
    public static AuditorPackage auditorPackage() {
        return AUDITOR_PACKAGE;
    }

    /**
     * A renderer by its name: a built-in one, or one that a {@link ReportRendererProvider} brings.
     *
     * @param id its name
     * @return the renderer, or empty when there is none of that name
     * @throws IllegalStateException if two renderers have one name
     */
    public static Optional<ReportRenderer> named(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /**
     * The names of all renderers.
     *
     * @return the names, sorted
     * @throws IllegalStateException if two renderers have one name
     */
    public static List<String> names() {
        return List.copyOf(all().keySet());
    }

    /**
     * A report of several files by its name.
     *
     * @param id its name
     * @return the set, or empty when there is none of that name
     */
    public static Optional<ReportSet> set(String id) {
        return SETS.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    private static Map<String, ReportRenderer> all() {
        Map<String, ReportRenderer> byName = new TreeMap<>();
        BUILT_IN.forEach(renderer -> byName.put(renderer.id(), renderer));
        for (ReportRendererProvider provider : Services.all(ReportRendererProvider.class)) {
            for (ReportRenderer renderer : provider.renderers()) {
                if (byName.putIfAbsent(renderer.id(), renderer) != null) {
                    throw new IllegalStateException("two renderers are called '" + renderer.id() + "'; "
                            + provider.getClass().getName() + " must name its own differently");
                }
            }
        }
        return byName;
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

    private static String csvName(Sheet sheet) {
        return sheet.id() + ".csv";
    }

    private static Phrases tables(ReportOptions options) {
        return presentation(options).phrases(Sheet.class, "table");
    }

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
}

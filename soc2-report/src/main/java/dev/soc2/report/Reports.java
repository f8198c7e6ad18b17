package dev.soc2.report;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.report.internal.ci.JunitReport;
import dev.soc2.report.internal.ci.SarifReport;
import dev.soc2.report.internal.console.ConsoleReport;
import dev.soc2.report.internal.html.HtmlReport;
import dev.soc2.report.internal.io.Services;
import dev.soc2.report.internal.markdown.MarkdownReport;
import dev.soc2.report.internal.oscal.OscalSet;
import dev.soc2.report.internal.pdf.PdfReport;
import dev.soc2.report.internal.table.CsvTable;
import dev.soc2.report.internal.table.RequestTable;
import dev.soc2.report.internal.table.SectionIv;
import dev.soc2.report.internal.table.Sheet;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.xlsx.WorkbookWriter;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportSet;
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
            "html", "text/html", "soc2.html", BuiltInRenderer.text((a, o) -> HtmlReport.render(a, presentation(o))));
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
            BuiltInRenderer.text((a, o) -> ConsoleReport.render(a, presentation(o))));
    private static final ReportRenderer JSON = new BuiltInRenderer(
            "json", "application/json", "assessment.json", (a, o, out) -> AssessmentDocument.write(a, out));
    private static final ReportRenderer SARIF = new BuiltInRenderer(
            "sarif",
            "application/sarif+json",
            "report.sarif",
            (a, o, out) -> SarifReport.write(a, presentation(o), out));
    private static final ReportRenderer JUNIT = new BuiltInRenderer(
            "junit",
            "application/xml",
            "junit.xml",
            BuiltInRenderer.text((a, o) -> JunitReport.render(a, presentation(o), o.undeterminedIsError())));

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
            });
    private static final ReportRenderer REQUESTS_CSV = new BuiltInRenderer(
            "requests-csv",
            "text/csv",
            "requests.csv",
            (a, o, out) -> CsvTable.write(
                    RequestTable.of(Findings.of(a, presentation(o)), tables(o), o.requestStatuses()), out));
    private static final ReportSet SECTION_IV_CSV = new BuiltInSet(
            "section-iv-csv",
            (a, o, files) -> SectionIv.of(Findings.of(a, presentation(o)), tables(o)).stream()
                    .sorted(Comparator.comparing(Reports::csvName))
                    .forEach(sheet -> files.file(csvName(sheet), out -> CsvTable.write(sheet, out))));
    private static final ReportSet OSCAL =
            new BuiltInSet("oscal", (a, o, files) -> OscalSet.write(a, presentation(o), files));
    private static final List<ReportRenderer> BUILT_IN =
            List.of(HTML, PDF, MARKDOWN, CONSOLE, JSON, SARIF, JUNIT, SECTION_IV, REQUESTS, REQUESTS_CSV);
    private static final List<ReportSet> SETS = List.of(OSCAL, SECTION_IV_CSV);

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
     * The assessment itself, {@link AssessmentDocument}; options do not change it.
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

    private static String csvName(Sheet sheet) {
        return sheet.id() + ".csv";
    }

    private static Phrases tables(ReportOptions options) {
        return presentation(options).phrases(Sheet.class, "table");
    }

    private static Presentation presentation(ReportOptions options) {
        return new Presentation(
                options.generatedAt(),
                options.locale(),
                options.words(),
                options.colour(),
                options.ascii(),
                options.verbose());
    }
}

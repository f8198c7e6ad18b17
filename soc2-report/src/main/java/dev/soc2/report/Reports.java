package dev.soc2.report;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.io.Services;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportSet;
import dev.soc2.report.spi.ReportRendererProvider;
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

    private Reports() {}

    /**
     * One page that opens without network, script or style.
     *
     * @return the renderer {@code html}
     */
    public static ReportRenderer html() {
        return BuiltIns.HTML;
    }

    /**
     * The page of {@link #html()} for paper and archives, as PDF/A-3a and PDF/UA-1. Needs
     * {@code io.github.openhtmltopdf:openhtmltopdf-pdfbox}, which does not come along.
     *
     * @return the renderer {@code pdf}
     */
    public static ReportRenderer pdf() {
        return BuiltIns.PDF;
    }

    /**
     * The page of {@link #html()} as {@code index.html} with {@code report.css} and {@code report.js} beside it, for
     * servers whose policy allows no style in a page.
     *
     * @return the set {@code html-folder}
     */
    public static ReportSet htmlFolder() {
        return BuiltIns.HTML_FOLDER;
    }

    /**
     * Parts of the page for a page of the host.
     *
     * @return the fragments
     */
    public static Fragments fragments() {
        return BuiltIns.FRAGMENTS;
    }

    /**
     * GitHub flavoured Markdown, for a step summary or a ticket.
     *
     * @return the renderer {@code markdown}
     */
    public static ReportRenderer markdown() {
        return BuiltIns.MARKDOWN;
    }

    /**
     * Plain lines for a terminal or a log.
     *
     * @return the renderer {@code console}
     */
    public static ReportRenderer console() {
        return BuiltIns.CONSOLE;
    }

    /**
     * The assessment itself, {@link AssessmentDocument}; of the options only the redaction changes it.
     *
     * @return the renderer {@code json}
     */
    public static ReportRenderer json() {
        return BuiltIns.JSON;
    }

    /**
     * Exceptions and undetermined items as SARIF 2.1.0, for viewers of code findings.
     *
     * @return the renderer {@code sarif}
     */
    public static ReportRenderer sarif() {
        return BuiltIns.SARIF;
    }

    /**
     * Controls as cases of JUnit XML, which every build server shows.
     *
     * @return the renderer {@code junit}
     */
    public static ReportRenderer junit() {
        return BuiltIns.JUNIT;
    }

    /**
     * Section IV as a workbook: tests, index of criteria, populations, samples, exceptions, evidence and coverage.
     *
     * @return the renderer {@code section-iv}
     */
    public static ReportRenderer sectionIv() {
        return BuiltIns.SECTION_IV;
    }

    /**
     * The list of what has to be provided, as a workbook: by owner, with a status to choose. What people wrote into an
     * earlier list is kept when the options hand it in.
     *
     * @return the renderer {@code requests}
     */
    public static ReportRenderer requests() {
        return BuiltIns.REQUESTS;
    }

    /**
     * The table of {@link #requests()} as CSV.
     *
     * @return the renderer {@code requests-csv}
     */
    public static ReportRenderer requestsCsv() {
        return BuiltIns.REQUESTS_CSV;
    }

    /**
     * What management has to answer for, as a workbook: every exception and everything that is undetermined, with n of N,
     * dates, cause, compensating control, response, owner, due date and status.
     *
     * @return the renderer {@code exceptions}
     */
    public static ReportRenderer exceptions() {
        return BuiltIns.EXCEPTIONS;
    }

    /**
     * The register of {@link #exceptions()} in Markdown.
     *
     * @return the renderer {@code exceptions-markdown}
     */
    public static ReportRenderer exceptionsMarkdown() {
        return BuiltIns.EXCEPTIONS_MARKDOWN;
    }

    /**
     * A short summary for a step of GitHub Actions, in Markdown: the verdict, what changed when the options hand in an
     * earlier assessment, what is new when they hand in a baseline, and what to do first.
     *
     * @return the renderer {@code step-summary}
     */
    public static ReportRenderer stepSummary() {
        return BuiltIns.STEP_SUMMARY;
    }

    /**
     * What changed since an earlier assessment, as a page: scope, rules and evidence that differ first, then criteria,
     * controls and items with what each change comes from.
     *
     * @param before the earlier assessment; the one that is written is the later
     * @return the renderer {@code delta}, which has no name to be found by, since it needs two assessments
     */
    public static ReportRenderer delta(Assessment before) {
        return BuiltIns.delta(before);
    }

    /**
     * The comparison of {@link #delta(Assessment)} in Markdown.
     *
     * @param before the earlier assessment
     * @return the renderer {@code delta-markdown}
     */
    public static ReportRenderer deltaMarkdown(Assessment before) {
        return BuiltIns.deltaMarkdown(before);
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
        return BuiltIns.deltaJson(before);
    }

    /**
     * The plan of the audit as Markdown: milestones, scope, readiness gaps, tests, and the evidence to collect with its
     * days. Made from an assessment of any stage; days that only the service auditor can agree on come from
     * {@link ReportOptions#auditCalendar()}.
     *
     * @return the renderer {@code plan}
     */
    public static ReportRenderer plan() {
        return BuiltIns.PLAN;
    }

    /**
     * The days and tasks of {@link #plan()} as iCalendar (RFC 5545), stamped with the time of generation, else with the
     * instant that the assessment pretends to run at.
     *
     * @return the renderer {@code plan-calendar}
     */
    public static ReportRenderer planCalendar() {
        return BuiltIns.PLAN_CALENDAR;
    }

    /**
     * The tables of {@link #sectionIv()} as CSV files, safe to open in a spreadsheet.
     *
     * @return the set {@code section-iv-csv}
     */
    public static ReportSet sectionIvCsv() {
        return BuiltIns.SECTION_IV_CSV;
    }

    /**
     * Linked OSCAL 1.1.3 documents in JSON: catalog, system security plan, assessment plan, assessment results, and the
     * plan of action when there are exceptions.
     *
     * @return the set {@code oscal}
     */
    public static ReportSet oscal() {
        return BuiltIns.OSCAL;
    }

    /**
     * What the public may read of a Type II, in the shape of a SOC 3: the system and its boundaries, commitments,
     * categories and period, who else takes part, and how to get the report. It shows no test, control or result, and
     * refuses a Type I and words by which an auditor concludes ({@link dev.soc2.report.render.ReportRefusedException}).
     *
     * @return the renderer {@code public-summary}
     */
    public static ReportRenderer publicSummary() {
        return BuiltIns.PUBLIC_SUMMARY;
    }

    /**
     * The words of {@link #publicSummary()} as Markdown.
     *
     * @return the renderer {@code public-summary-md}
     */
    public static ReportRenderer publicSummaryMarkdown() {
        return BuiltIns.PUBLIC_SUMMARY_MD;
    }

    /**
     * The words of {@link #publicSummary()} as PDF/A-3a and PDF/UA-1, with the library that {@link #pdf()} needs.
     *
     * @return the renderer {@code public-summary-pdf}
     */
    public static ReportRenderer publicSummaryPdf() {
        return BuiltIns.PUBLIC_SUMMARY_PDF;
    }

    /**
     * A letter of management for the time after the last report. The assessment is one whose period covers that time as
     * far as possible; an assessment of another time is allowed, and the letter then says that nothing is known. What
     * stands against saying that nothing changed comes as {@link dev.soc2.report.render.RenderResult#warnings}.
     *
     * @param request what no assessment knows
     * @param format how the letter is written
     * @return a renderer of this letter, {@code bridge-letter}, {@code bridge-letter-html}, {@code bridge-letter-md} or
     *     {@code bridge-letter-pdf}
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
        return BuiltIns.MANAGEMENT_DRAFTS;
    }

    /**
     * A working paper for each control, with an index: wording, criteria, rule, population, sample, results, and how to
     * do it again.
     *
     * @return the set {@code workpapers}
     */
    public static ReportSet workpapers() {
        return BuiltIns.WORKPAPERS;
    }

    /**
     * The working papers as Markdown.
     *
     * @return the set {@code workpapers-md}
     */
    public static ReportSet workpapersMarkdown() {
        return BuiltIns.WORKPAPERS_MD;
    }

    /**
     * One archive for the service auditor, with the HTML page, section IV, requests, the assessment and OSCAL; evidence,
     * further reports and what was left out are added to it.
     *
     * @return the renderer {@code auditor-package}
     */
    public static AuditorPackage auditorPackage() {
        return BuiltIns.AUDITOR_PACKAGE;
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
        return BuiltIns.SETS.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    private static Map<String, ReportRenderer> all() {
        Map<String, ReportRenderer> byName = new TreeMap<>();
        BuiltIns.RENDERERS.forEach(renderer -> byName.put(renderer.id(), renderer));
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
}

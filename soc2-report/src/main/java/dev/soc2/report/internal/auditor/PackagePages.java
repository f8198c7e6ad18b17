package dev.soc2.report.internal.auditor;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.PackDigest;
import dev.soc2.report.internal.table.Cell;
import dev.soc2.report.internal.table.CsvTable;
import dev.soc2.report.internal.table.Sheet;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.render.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages of a package: what is in it, how it is checked with programs of everybody, and what was left out.
 *
 * @param findings the assessment
 * @param content what goes into the package
 * @param evidence names of the evidence by folder
 * @param presentation the options
 * @param words its texts
 */
record PackagePages(
        Findings findings,
        PackageContent content,
        Map<String, List<String>> evidence,
        Presentation presentation,
        Phrases words) {

    private static final int LONGEST = 300;

    /** Renderers and sets whose files are described; others are described by what they write. */
    private static final Map<String, String> DESCRIBED = Map.of(
            "html", "file.html",
            "pdf", "file.pdf",
            "json", "file.json",
            "section-iv", "file.section-iv",
            "requests", "file.requests",
            "plan", "file.plan",
            "plan-calendar", "file.plan-calendar",
            "oscal", "file.oscal");

    static PackagePages of(
            Findings findings, PackageContent content, Map<String, List<String>> evidence, Presentation presentation) {
        return new PackagePages(
                findings, content, evidence, presentation, presentation.phrases(PackagePages.class, "auditor"));
    }

    void readMe(OutputStream out) {
        Engagement engagement = findings.assessment().engagement();
        Dates dates = findings.dates();
        Text page = new Text();
        page.title(words.text("title", said(findings.subject())));
        page.line(words.text(findings.isInterim() ? "draft.interim" : findings.isDraft() ? "draft" : "final"));
        page.line("");
        page.line(words.text("organization", said(engagement.organization())));
        page.line(engagement.type().match(one -> words.text("type.one", dates.day(one.date())), two -> {
            ExaminationPeriod period = two.period();
            return words.text("type.two", dates.day(period.firstDay()), dates.day(period.lastDay()));
        }));
        page.line(words.text(
                "as.of",
                dates.time(findings.assessment().inputs().asOf()),
                engagement.zone().getId()));
        presentation.generatedAt().ifPresent(at -> page.line(words.text("generated", dates.time(at))));
        page.line(words.text(
                "verdicts",
                Arrays.stream(Verdict.values())
                        .map(verdict -> findings.words().of(verdict) + " " + findings.criteria(verdict))
                        .collect(Collectors.joining(", "))));
        page.section(words.text("files"));
        files(page);
        page.section(words.text("evidence"));
        if (evidence.isEmpty()) {
            page.line(words.text("evidence.none"));
        }
        evidence.forEach((folder, names) ->
                page.line(PackageWriter.EVIDENCE + folder + "/: " + words.count("evidence.files", names.size())));
        page.section(words.text("redacted"));
        page.line(
                content.redacted().isEmpty()
                        ? words.text("redacted.none")
                        : words.count("redacted.items", content.redacted().size()));
        page.writeTo(out);
    }

    private void files(Text page) {
        page.line(PackageWriter.VERIFY + ": " + words.text("file.verify"));
        page.line(PackageWriter.MANIFEST + ": " + words.text("file.manifest"));
        content.reports().forEach((file, renderer) -> page.line(file + ": " + described(renderer)));
        content.sets()
                .forEach((folder, set) ->
                        page.line(folder + "/: " + words.text(DESCRIBED.getOrDefault(set.id(), "file.set"))));
    }

    private String described(ReportRenderer renderer) {
        return Optional.ofNullable(DESCRIBED.get(renderer.id()))
                .map(key -> words.text(key))
                .orElseGet(() -> words.text("file.report", said(renderer.mediaType())));
    }

    void verify(OutputStream out) {
        AssessmentInputs inputs = findings.assessment().inputs();
        Text page = new Text();
        page.title(words.text("verify.title"));
        page.line(words.text("verify.intro"));
        page.section(words.text("verify.files"));
        page.line(words.text("verify.files.how"));
        page.line("    sha256sum -c " + PackageWriter.MANIFEST);
        page.line("    shasum -a 256 -c " + PackageWriter.MANIFEST);
        page.line(words.text("verify.files.limits"));
        page.section(words.text("verify.evidence"));
        List<String> own = evidence.entrySet().stream()
                .flatMap(folder -> folder.getValue().stream()
                        .filter(name -> name.equals("verify.md"))
                        .map(name -> PackageWriter.EVIDENCE + folder.getKey() + "/" + name))
                .toList();
        page.line(own.isEmpty() ? words.text("verify.evidence.none") : words.text("verify.evidence.how"));
        own.forEach(name -> page.line("    " + name));
        page.section(words.text("verify.conclusions"));
        page.line(words.text("verify.conclusions.how"));
        page.line(words.text("input.engine", said(inputs.engineVersion()), said(inputs.tzdbVersion())));
        Stream.concat(Stream.of(inputs.catalog()), inputs.packs().stream()).forEach(pack -> page.line(pack(pack)));
        page.line(words.text("input.as.of", inputs.asOf().toString()));
        inputs.knownAt().ifPresent(at -> page.line(words.text("input.known.at", at.toString())));
        page.line(words.text("input.evidence", Figures.grouped(inputs.evidenceCount()), said(inputs.evidenceDigest())));
        inputs.checkpoint()
                .ifPresent(log -> page.line(
                        words.text("input.log", said(log.origin()), Figures.grouped(log.size()), said(log.root()))));
        page.writeTo(out);
    }

    private String pack(PackDigest pack) {
        return words.text("input.pack", said(pack.id()), said(pack.version()), said(pack.sha256()));
    }

    void redacted(OutputStream out) {
        List<Sheet.Column> columns = Stream.of("column.name", "column.sha256", "column.reason")
                .map(key -> new Sheet.Column(words.text(key), 40, List.of()))
                .toList();
        CsvTable.write(
                new Sheet(
                        "redacted",
                        "Redacted",
                        columns,
                        () -> content.redacted().stream()
                                .map(item -> List.<Cell>of(
                                        new Cell.Text(item.name()),
                                        new Cell.Text(item.sha256()),
                                        new Cell.Text(item.reason())))),
                out);
    }

    private static String said(String text) {
        return Visible.clip(Visible.line(text), LONGEST);
    }

    /** A plain text with titles. */
    private static final class Text {

        private final StringBuilder out = new StringBuilder();

        void title(String title) {
            line(title);
            line("=".repeat(title.codePointCount(0, title.length())));
            line("");
        }

        void section(String title) {
            line("");
            line(title);
            line("-".repeat(title.codePointCount(0, title.length())));
        }

        void line(String line) {
            out.append(line).append('\n');
        }

        void writeTo(OutputStream stream) {
            try {
                stream.write(out.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package dev.soc2.report.internal.workpaper;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.prose.Block;
import dev.soc2.report.internal.prose.Line;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.ProseBuilder;
import dev.soc2.report.internal.prose.Span;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.render.ReportFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A working paper for each control, and an index that leads to them. */
public final class Workpapers {

    private Workpapers() {}

    /** Writes the papers in one format, whose files end with the suffix. */
    public static void write(
            Assessment assessment,
            Presentation presentation,
            String suffix,
            Function<Prose, String> format,
            ReportFiles files) {
        documents(assessment, presentation, suffix)
                .forEach((name, prose) -> files.file(name, out -> {
                    try {
                        out.write(format.apply(prose).getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private static Map<String, Prose> documents(Assessment assessment, Presentation presentation, String suffix) {
        Findings findings = Findings.of(assessment, presentation);
        Phrases words = presentation.phrases(Workpapers.class, "workpaper");
        Map<String, String> names = FileNames.of(
                findings.controls().stream().map(ControlFinding::id).toList());
        String document = Sha256.hex(AssessmentDocument.bytes(assessment));
        Map<String, Prose> documents = new TreeMap<>();
        findings.controls()
                .forEach(control -> documents.put(
                        names.get(control.id()) + suffix,
                        new ControlPaper(findings, presentation, words, control, document).write("index" + suffix)));
        documents.put("index" + suffix, index(findings, presentation, words, names, suffix));
        return documents;
    }

    private static Prose index(
            Findings findings, Presentation presentation, Phrases words, Map<String, String> names, String suffix) {
        ProseBuilder out =
                new ProseBuilder(presentation, words.text("index.title", findings.subject()), words.text("status"));
        out.text(words.text("index.lead"));
        out.table(
                words.text("index.table"),
                List.of(
                        words.text("control"),
                        words.text("title"),
                        words.text("criteria"),
                        words.text("operation"),
                        words.text("design")),
                findings.controls().stream()
                        .map(control -> new Block.Row(List.of(
                                Line.of(Span.link(control.id(), names.get(control.id()) + suffix)),
                                Line.of(control.title()),
                                Line.of(ControlPaper.criteria(control)),
                                Line.of(control.result()
                                        .operating()
                                        .map(operating -> findings.words().of(operating))
                                        .orElse("–")),
                                Line.of(findings.words().of(control.result().design())))))
                        .toList());
        if (findings.controls().isEmpty()) {
            out.text(words.text("index.none"));
        }
        return out.build();
    }
}

package dev.soc2.report.internal.letters;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.docx.WordDocument;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.ProseMarkdown;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.render.ReportFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The drafts that management completes and signs, each for a word processor and as Markdown. */
public final class ManagementDrafts {

    private ManagementDrafts() {}

    /** Writes the drafts. */
    public static void write(Assessment assessment, Presentation presentation, ReportFiles files) {
        documents(assessment, presentation).forEach((name, prose) -> {
            files.file(name + ".docx", out -> WordDocument.write(prose, out));
            files.file(name + ".md", out -> {
                try {
                    out.write(ProseMarkdown.of(prose).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        });
    }

    /** The documents by the names of their files, sorted. */
    public static Map<String, Prose> documents(Assessment assessment, Presentation presentation) {
        Scene scene = Scene.of(assessment, presentation, "drafts");
        Map<String, Prose> documents = new TreeMap<>();
        documents.put("assertion", AssertionDraft.of(scene));
        documents.put("complementary-controls", ControlsOfOthersDraft.of(scene));
        documents.put("system-description", DescriptionDraft.of(scene));
        return documents;
    }
}

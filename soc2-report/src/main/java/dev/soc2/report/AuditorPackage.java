package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.auditor.PackageContent;
import dev.soc2.report.internal.auditor.PackageWriter;
import dev.soc2.report.internal.io.WholeFile;
import dev.soc2.report.internal.io.Written;
import dev.soc2.report.render.Attachments;
import dev.soc2.report.render.RedactedItem;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportSet;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * One archive for the service auditor: reports, evidence, what was left out, and a list of digests that
 * {@code sha256sum -c MANIFEST.sha256} checks after unpacking. The evidence streams: of each file only its name and its
 * digest are kept in memory. Immutable; each method gives a changed copy.
 *
 * <pre>{@code
 * Reports.auditorPackage()
 *         .evidence("bundle", Attachments.folder(Path.of("bundle")))
 *         .redacted(List.of(new RedactedItem("payroll.csv", sha256, "salaries")))
 *         .write(assessment, Path.of("auditor-package.zip"));
 * }</pre>
 *
 * <p>Names are checked before the first byte is written. Refused are names that lead out of the folder in which the
 * archive is unpacked, that hide or deceive, that some system cannot store, and that fall together where case does not
 * count.
 */
public final class AuditorPackage implements ReportRenderer {

    private final PackageContent content;

    private AuditorPackage(PackageContent content) {
        this.content = content;
    }

    static AuditorPackage empty() {
        return new AuditorPackage(PackageContent.NONE);
    }

    /**
     * Adds a report.
     *
     * @param file name of its file in the archive
     * @param renderer renders it, with the options of the package
     * @return a copy
     * @throws IllegalArgumentException if the name is refused, or the package has a report of that name
     */
    public AuditorPackage report(String file, ReportRenderer renderer) {
        return new AuditorPackage(content.report(file, renderer));
    }

    /**
     * Adds a report of several files.
     *
     * @param folder name of its folder in the archive
     * @param set writes it, with the options of the package
     * @return a copy
     * @throws IllegalArgumentException if the name is refused, or the package has a set of that name
     */
    public AuditorPackage set(String folder, ReportSet set) {
        return new AuditorPackage(content.set(folder, set));
    }

    /**
     * Adds evidence.
     *
     * @param folder name of its folder below {@code evidence} in the archive
     * @param attachments the files; listed and read when the package is written
     * @return a copy
     * @throws IllegalArgumentException if the name is refused, or the package has evidence of that name
     */
    public AuditorPackage evidence(String folder, Attachments attachments) {
        return new AuditorPackage(content.evidence(folder, attachments));
    }

    /**
     * Says what was left out; listed with digest and reason in {@code REDACTED.csv}, and counted on the first page.
     *
     * @param items everything that was left out
     * @return a copy
     */
    public AuditorPackage redacted(List<RedactedItem> items) {
        return new AuditorPackage(content.redacted(items));
    }

    /** The name of the renderer. */
    @Override
    public String id() {
        return "auditor-package";
    }

    /** The media type of ZIP archives. */
    @Override
    public String mediaType() {
        return "application/zip";
    }

    /** The name that quickstart and guide use. */
    @Override
    public String fileName() {
        return "auditor-package.zip";
    }

    /**
     * Writes the archive.
     *
     * @throws IllegalArgumentException if the name of a file is refused, with every such name, if something is both left
     *     out and among the evidence, or if evidence goes with it and the reader may not see everything
     * @throws dev.soc2.report.lint.ReportLintException if a text of the assessment refuses it
     * @throws java.io.UncheckedIOException if evidence cannot be read or the stream fails
     */
    @Override
    public void write(Assessment assessment, ReportOptions options, OutputStream out) {
        write(assessment, Prepared.of(assessment, options, true), options, out);
    }

    /** Writes the archive into a file, with the warnings of the lint. */
    @Override
    public RenderResult write(Assessment assessment, ReportOptions options, Path file) {
        Prepared prepared = Prepared.of(assessment, options, true);
        Written written = WholeFile.write(file, out -> write(assessment, prepared, options, out));
        return new RenderResult(written.bytes(), written.sha256(), prepared.warnings());
    }

    private void write(Assessment assessment, Prepared prepared, ReportOptions options, OutputStream out) {
        if (options.redaction().isActive() && !content.evidence().isEmpty()) {
            throw new IllegalArgumentException("evidence shows what the reader '"
                    + options.redaction().reader() + "' may not see: leave out the evidence or the redaction");
        }
        PackageWriter.write(content, assessment, prepared.assessment(), options, BuiltIns.presentation(options), out);
    }
}

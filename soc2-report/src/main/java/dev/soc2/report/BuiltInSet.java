package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportFiles;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportSet;
import java.nio.file.Path;

/** A set of this library: its name and what writes it, with lint and redaction as for a single file. */
record BuiltInSet(String id, boolean linted, Format format) implements ReportSet {

    interface Format {
        void write(Assessment assessment, ReportOptions options, ReportFiles files);
    }

    /** A set that people believe or do not believe. */
    BuiltInSet(String id, Format format) {
        this(id, true, format);
    }

    /** The same for programs. */
    BuiltInSet withoutLint() {
        return new BuiltInSet(id, false, format);
    }

    @Override
    public void write(Assessment assessment, ReportOptions options, ReportFiles files) {
        new Ready(id, Prepared.of(assessment, options, linted), format).write(assessment, options, files);
    }

    @Override
    public RenderResult write(Assessment assessment, ReportOptions options, Path folder) {
        Prepared prepared = Prepared.of(assessment, options, linted);
        RenderResult result = new Ready(id, prepared, format).write(assessment, options, folder);
        return new RenderResult(result.bytes(), result.sha256(), prepared.warnings());
    }

    /** The set with its one assessment prepared. */
    private record Ready(String id, Prepared prepared, Format format) implements ReportSet {
        @Override
        public void write(Assessment assessment, ReportOptions options, ReportFiles files) {
            format.write(prepared.assessment(), prepared.options(), files);
        }
    }
}

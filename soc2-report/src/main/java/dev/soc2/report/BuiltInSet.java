package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportFiles;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportSet;

/** A set of this library: its name and what writes it. */
record BuiltInSet(String id, Format format) implements ReportSet {

    interface Format {
        void write(Assessment assessment, ReportOptions options, ReportFiles files);
    }

    @Override
    public void write(Assessment assessment, ReportOptions options, ReportFiles files) {
        format.write(assessment, options, files);
    }
}

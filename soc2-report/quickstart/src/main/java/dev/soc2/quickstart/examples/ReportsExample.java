package dev.soc2.quickstart.examples;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.Reports;
import dev.soc2.report.render.ReportOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** One assessment, written in every format. */
public final class ReportsExample {

    private ReportsExample() {}

    // tag::reports[]
    static String write(Assessment assessment, Path folder) {
        ReportOptions options = ReportOptions.defaults()
                .generatedAt(Instant.parse("2027-01-15T09:00:00Z")) // handed in: no renderer reads a clock
                .locale(Locale.UK);

        Reports.html().write(assessment, options, folder.resolve("soc2.html"));
        Reports.markdown().write(assessment, options, folder.resolve("soc2.md"));
        Reports.json().write(assessment, folder.resolve("assessment.json"));
        return Reports.console().render(assessment, options);
    }
    // end::reports[]
}

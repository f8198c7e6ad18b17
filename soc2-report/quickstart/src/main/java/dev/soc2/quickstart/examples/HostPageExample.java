package dev.soc2.quickstart.examples;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.report.Fragments;
import dev.soc2.report.Reports;
import dev.soc2.report.render.FragmentOptions;
import java.util.Optional;

/** A page of the host that shows parts of a report. */
public final class HostPageExample {

    private HostPageExample() {}

    /**
     * The page, about the control with the most deviations.
     *
     * @param assessment what to show
     * @param report where the whole report is, from the page
     * @return HTML
     */
    public static String page(Assessment assessment, String report) {
        Optional<ControlResult> worst = assessment.controls().stream()
                .reduce((one, other) ->
                        other.deviations().size() > one.deviations().size() ? other : one);
        return page(assessment, worst.map(ControlResult::id), report);
    }

    // tag::host[]
    static String page(Assessment assessment, Optional<String> control, String report) {
        Fragments fragments = Reports.fragments();
        FragmentOptions table = FragmentOptions.prefixed("coverage").linkedTo(report);
        FragmentOptions card = FragmentOptions.prefixed("card").linkedTo(report);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Our intranet: controls</title>
                <style>
                :root{color-scheme:light dark}
                body{font-family:Georgia,serif;max-width:64rem;margin:auto;padding:1rem}
                """ + fragments.styleSheet() + """
                </style>
                </head>
                <body>
                <main>
                <h1>Our intranet: controls</h1>
                <h2>How the year went</h2>
                """ + fragments.coverageTable(assessment, table) + """
                <h2>The control of the week</h2>
                """
                + control.map(id -> fragments.controlCard(assessment, id, card)).orElse("<p>None.</p>\n") + """
                </main>
                </body>
                </html>
                """;
    }
    // end::host[]
}

package dev.soc2.quickstart;

import dev.soc2.model.result.Assessment;
import dev.soc2.quickstart.examples.HostPageExample;
import dev.soc2.report.Reports;
import dev.soc2.report.render.Attachments;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRefusedException;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.ReportSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of the reports: all of them are written beside its place and moved there whole. */
record ReportFolder(Path reports) {

    static final SortedMap<String, ReportRenderer> FILES =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    Map.entry("assessment.json", Reports.json()),
                    Map.entry("plan.ics", Reports.planCalendar()),
                    Map.entry("plan.md", Reports.plan()),
                    Map.entry("report.html", Reports.html()),
                    Map.entry("report.md", Reports.markdown()),
                    Map.entry("report.pdf", Reports.pdf()),
                    Map.entry("requests.xlsx", Reports.requests()),
                    Map.entry("section-iv.xlsx", Reports.sectionIv()),
                    Map.entry("ci/report.sarif", Reports.sarif()),
                    Map.entry("ci/junit.xml", Reports.junit()),
                    Map.entry("ci/summary.md", Reports.stepSummary()))));

    static final SortedMap<String, ReportSet> SETS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "html-folder", Reports.htmlFolder(),
            "oscal", Reports.oscal(),
            "workpapers", Reports.workpapers())));

    /** A page of a host that shows parts of the report. */
    static final String HOST_PAGE = "host-page.html";

    /** The bundle of evidence beside the reports. */
    static final String BUNDLE = "bundle";

    /** What the public may read; a Type I has none, nor has a system whose texts conclude as only an auditor may. */
    static final String PUBLIC_SUMMARY = "public-summary.html";

    /** What changed within the last quarter; there is none before the period began. */
    static final String DELTA = "delta.html";

    /** The archive for the service auditor, with reports and bundle. */
    static final String PACKAGE = Reports.auditorPackage().fileName();

    /** Writes something beside the reports. */
    interface Beside {
        void write(Path place);
    }

    /** Writes the reports of an assessment, how it stood before, and its bundle; returns their folder. */
    Path write(Assessment assessment, Optional<Assessment> before, Beside bundle) throws IOException {
        String name = nameOf(assessment);
        Path place = reports.resolve(name);
        Path fresh = reports.resolve(".new-" + name);
        Path old = reports.resolve(".old-" + name);
        delete(fresh);
        Files.createDirectories(fresh);
        FILES.forEach((file, renderer) -> renderer.write(assessment, fresh.resolve(file)));
        SETS.forEach((folder, set) -> set.write(assessment, ReportOptions.defaults(), fresh.resolve(folder)));
        publicSummary(assessment, fresh.resolve(PUBLIC_SUMMARY));
        before.ifPresent(then -> Reports.delta(then).write(assessment, fresh.resolve(DELTA)));
        Files.writeString(fresh.resolve(HOST_PAGE), HostPageExample.page(assessment, "report.html"));
        bundle.write(fresh.resolve(BUNDLE));
        Reports.auditorPackage()
                .evidence(BUNDLE, Attachments.folder(fresh.resolve(BUNDLE)))
                .report("report.pdf", Reports.pdf())
                .write(assessment, fresh.resolve(PACKAGE));
        delete(old);
        if (Files.exists(place)) {
            Files.move(place, old);
        }
        Files.move(fresh, place);
        delete(old);
        return Here.path(place);
    }

    private static void publicSummary(Assessment assessment, Path file) {
        try {
            Reports.publicSummary().write(assessment, file);
        } catch (ReportRefusedException notForThePublic) {
            // The other reports do not depend on it; whoever runs this is told that it is missing.
        }
    }

    /** The id of the engagement, without what does not belong into the name of a folder. */
    private static String nameOf(Assessment assessment) {
        String name = assessment.engagement().id().replaceAll("[^A-Za-z0-9._-]", "_");
        return name.startsWith(".") ? "_" + name : name;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }
}

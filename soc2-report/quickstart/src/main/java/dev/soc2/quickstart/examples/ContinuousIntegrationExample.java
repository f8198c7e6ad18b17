package dev.soc2.quickstart.examples;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.Reports;
import dev.soc2.report.compare.Baseline;
import dev.soc2.report.compare.BaselineComparison;
import dev.soc2.report.compare.ChangeClass;
import dev.soc2.report.compare.Delta;
import dev.soc2.report.compare.ExitPolicy;
import dev.soc2.report.compare.ResultChange;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.rules.Assessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A build that fails on what is new, and tells what changed. */
public final class ContinuousIntegrationExample {

    private ContinuousIntegrationExample() {}

    // tag::baseline[]
    static int check(Assessment assessment, Path file, Consumer<String> log) {
        if (!Files.exists(file)) {
            Baseline.of(assessment).write(file); // the first run records; commit the file
        }
        Baseline known = Baseline.read(file);
        BaselineComparison found = known.compare(assessment);

        found.added().forEach(finding -> log.accept("new: " + finding.place() + ": " + finding.words()));
        found.fixed().forEach(finding -> log.accept("fixed, remove its line: " + finding.place()));
        return ExitPolicy.NEW_DEVIATIONS.exitCode(found); // 0 or 2; the host ends its own process
    }
    // end::baseline[]

    // tag::before[]
    static Assessment asOf(Instant day, Engagement engagement, Assessor assessor, EvidenceSource evidence) {
        Engagement then = engagement.toBuilder().knownAt(day).build(); // as it was known on that day
        return assessor.assess(then, evidence, day);
    }
    // end::before[]

    // tag::summary[]
    static void report(Assessment before, Assessment today, Baseline known, Path folder) {
        ReportOptions options = ReportOptions.defaults().comparedWith(before).baseline(known);

        Reports.stepSummary().write(today, options, folder.resolve("summary.md"));
        Reports.sarif().write(today, folder.resolve("report.sarif"));
        Reports.junit().write(today, folder.resolve("junit.xml"));
        Reports.delta(before).write(today, folder.resolve("delta.html"));
        Reports.deltaJson(before).write(today, folder.resolve("delta.json"));
    }
    // end::summary[]

    // tag::delta[]
    static List<String> worse(Assessment before, Assessment today) {
        Delta delta = Delta.between(before, today);
        return delta.controls().stream()
                .filter(change -> change.kind() == ChangeClass.NEW || change.kind() == ChangeClass.WORSE)
                .map((ResultChange change) -> change.id() + " because of " + change.causes())
                .toList();
    }
    // end::delta[]
}

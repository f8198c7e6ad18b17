package dev.soc2.quickstart.examples;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.Reports;
import dev.soc2.report.render.Attachments;
import dev.soc2.report.render.AuditCalendar;
import dev.soc2.report.render.RedactedItem;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Plans an audit, and hands over what it needs. */
public final class PlanExample {

    private PlanExample() {}

    // tag::plan[]
    static void plan(Assessment assessment, Path folder) {
        ReportOptions options = ReportOptions.defaults()
                .auditCalendar(AuditCalendar.NOT_SET
                        .readiness(LocalDate.of(2024, 12, 20))
                        .fieldworkStart(LocalDate.of(2026, 1, 19))
                        .fieldworkEnd(LocalDate.of(2026, 2, 13))
                        .reportDate(LocalDate.of(2026, 3, 2)));

        Reports.plan().write(assessment, options, folder.resolve("plan.md"));
        Reports.planCalendar().write(assessment, options, folder.resolve("plan.ics"));
    }
    // end::plan[]

    // tag::handover[]
    static RenderResult handOver(Assessment assessment, Path bundle, Path archive) {
        return Reports.auditorPackage()
                .evidence("bundle", Attachments.folder(bundle))
                .report("plan.md", Reports.plan())
                .redacted(List.of(new RedactedItem("payroll.csv", "9f86d081".repeat(8), "salaries")))
                .write(assessment, archive);
    }
    // end::handover[]
}

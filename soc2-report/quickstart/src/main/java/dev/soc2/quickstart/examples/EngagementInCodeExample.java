package dev.soc2.quickstart.examples;

import static dev.soc2.model.criteria.TrustServicesCategory.AVAILABILITY;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.CsvMapping;
import dev.soc2.evidence.importing.GitLogOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.evidence.importing.MergeCommits;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An engagement and its evidence without a folder. */
public final class EngagementInCodeExample {

    private EngagementInCodeExample() {}

    // tag::engagement[]
    static Engagement engagement() {
        ZoneId newYork = ZoneId.of("America/New_York");
        return Engagement.typeII("acme-2025", "Acme Payroll, Inc.")
                .system("Acme Payroll Platform")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), newYork)
                .asOf(Instant.parse("2026-01-31T00:00:00Z"))
                .categories(AVAILABILITY) // SECURITY is implied
                .carveOut("CloudCo", "hosting", CriterionId.of("CC6.4"))
                .calendar(new BusinessCalendar(
                        "business",
                        newYork,
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        Set.of(LocalDate.of(2025, 7, 4))))
                .build();
    }
    // end::engagement[]

    // tag::evidence[]
    static Evidence disabled() {
        return Evidence.of(
                        "okta-00u1x9-2025-03-01", // stable: the same event has the same id in every export
                        "iam.account.disabled",
                        "u1042", // whom it is about
                        Instant.parse("2025-03-01T09:30:00Z"), // when it took effect
                        "okta")
                .observedAt(Instant.parse("2025-03-02T00:00:00Z")) // when a collector saw it
                .actor("it.bot")
                .with("system", "prod")
                .with("reason", "termination")
                .build();
    }
    // end::evidence[]

    // tag::imports[]
    static List<ImportReceipt> imports(Path folder, InMemoryEvidence evidence) {
        CsvMapping mapping = CsvMapping.read(folder.resolve("leavers.yaml"));
        GitLogOptions git = GitLogOptions.of("git")
                .repo("payroll")
                .reviews("Reviewed-by", "Reviewers")
                .tickets("PAY")
                .merges(MergeCommits.EXCLUDE);
        return List.of(
                Importers.csv(mapping).importInto(evidence, folder.resolve("leavers.csv")),
                Importers.gitLog(git).importInto(evidence, folder.resolve("payroll.log")));
    }
    // end::imports[]
}

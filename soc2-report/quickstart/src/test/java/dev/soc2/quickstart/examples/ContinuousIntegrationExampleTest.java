package dev.soc2.quickstart.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.compare.Baseline;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of the guide on continuous integration. */
class ContinuousIntegrationExampleTest {

    private static final String LOGINS = """
            pack: logins
            version: 1.0.0
            controls:
              - id: LOG-01
                title: Every login has a second factor
                criteria: [CC6.1]
                nature: PREVENTIVE
                execution: AUTOMATED
                frequency: EVENT
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: ATTRIBUTE, of: {type: auth.login}, require: "attributes.mfa == true"}
            """;

    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Assessment before;
    private Assessment today;

    /** One login of April without a second factor, and one of May. */
    @BeforeEach
    void assess() throws IOException {
        Assessor assessor = Assessor.with(RulePacks.read(Files.writeString(folder.resolve("logins.yaml"), LOGINS)));
        InMemoryEvidence evidence = new InMemoryEvidence();
        evidence.add(login("l1", "2025-04-01T08:00:00Z", true));
        evidence.add(login("l2", "2025-04-02T08:00:00Z", false));
        evidence.add(login("l3", "2025-05-02T08:00:00Z", false));
        Engagement engagement = Engagement.typeII("acme-2025", "Acme Payroll")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .build();
        before = ContinuousIntegrationExample.asOf(MAY, engagement, assessor, evidence);
        today = ContinuousIntegrationExample.asOf(JUNE, engagement, assessor, evidence);
    }

    private static Evidence login(String id, String at, boolean mfa) {
        return Evidence.of(id, "auth.login", "user of " + id, Instant.parse(at), "idp")
                .with("mfa", mfa)
                .build();
    }

    @Test
    void theFirstRunRecordsAndLaterOnesFailOnWhatIsNew() {
        Path file = folder.resolve("soc2-baseline.txt");
        List<String> log = new ArrayList<>();

        assertThat(ContinuousIntegrationExample.check(before, file, log::add)).isZero();
        assertThat(log).isEmpty();
        assertThat(ContinuousIntegrationExample.check(before, file, log::add)).isZero();
        assertThat(ContinuousIntegrationExample.check(today, file, log::add)).isEqualTo(2);
        assertThat(log).singleElement().satisfies(line -> assertThat(line).startsWith("new: LOG-01/T1 l3: "));
    }

    @Test
    void whatChangedIsToldWithItsCause() {
        assertThat(ContinuousIntegrationExample.worse(before, today)).containsExactly("LOG-01 because of [WORLD]");
    }

    @Test
    void reportsForABuildAreWritten() {
        ContinuousIntegrationExample.report(before, today, Baseline.of(before), folder);

        assertThat(folder.resolve("summary.md")).content().contains("1 new finding", "LOG-01");
        assertThat(folder.resolve("delta.html")).content().contains("What is compared differently");
        assertThat(folder.resolve("delta.json")).content().contains("soc2-delta/1");
        assertThat(folder.resolve("report.sarif")).isNotEmptyFile();
        assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
    }
}

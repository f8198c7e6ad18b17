package dev.soc2.evidence.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentNoticesTest {

    /**
     * 182 notices. Counted with grep: {@code grep -il '^title:.*maintenance' 2*.md | wc -l} gives 51, in which 115
     * systems are listed.
     */
    private static final Path STATUS = Path.of("src/test/resources/data/jenkins-infra-status");

    private static final ImportOptions OPTIONS = ImportOptions.NONE.source("status");

    @TempDir
    Path folder;

    private Imported read(ImportOptions options, String... lines) throws IOException {
        Files.writeString(folder.resolve("2023-01-24-ci-down.md"), String.join("\n", lines));
        return Imported.of("INCIDENT_NOTICES", options, folder);
    }

    private static Imported real() {
        return Imported.of("INCIDENT_NOTICES", OPTIONS.with("zone", "UTC"), STATUS);
    }

    @Test
    void aNoticeIsAnIncidentWithItsEnd() throws IOException {
        Imported read = read(
                OPTIONS,
                "---",
                "title: Outage on ci.example",
                "date: 2023-01-24T10:00:00-00:00",
                "resolved: true",
                "resolvedWhen: 2023-01-24T12:00:00+01:00",
                "# Possible severity levels: down, disrupted, notice",
                "severity: down",
                "affected:",
                "  - ci.example",
                "section: issue",
                "---",
                "It was down.");

        assertThat(read.rows())
                .containsExactly(
                        Evidence.of(
                                        "status:2023-01-24-ci-down:detected",
                                        "incident.detected",
                                        "2023-01-24-ci-down",
                                        Instant.parse("2023-01-24T10:00:00Z"),
                                        "status")
                                .with("title", "Outage on ci.example")
                                .with("severity", "DOWN")
                                .with("affected", List.of("ci.example"))
                                .with("resolved", true)
                                .with("resolvedAt", "2023-01-24T11:00:00Z")
                                .build(),
                        Evidence.of(
                                        "status:2023-01-24-ci-down:resolved",
                                        "incident.resolved",
                                        "2023-01-24-ci-down",
                                        Instant.parse("2023-01-24T11:00:00Z"),
                                        "status")
                                .with("title", "Outage on ci.example")
                                .with("severity", "DOWN")
                                .with("detectedAt", "2023-01-24T10:00:00Z")
                                .build());
    }

    @Test
    void everyRealNoticeIsReadAndMaintenanceStandsApart() {
        Imported real = real();

        assertThat(real.receipt().read()).isEqualTo(182);
        assertThat(real.receipt().rejected()).isEmpty();
        assertThat(real.of("incident.detected")).hasSize(131);
        assertThat(real.of("incident.resolved")).hasSize(131);
        assertThat(real.of("maintenance.window")).hasSize(115);
        assertThat(real.of("maintenance.window").stream()
                        .map(window -> window.text("notice").orElseThrow())
                        .distinct())
                .hasSize(51);
        assertThat(real.population("incident.detected").attribute("rows")).contains(AttributeValue.of(131));
    }

    /** The six were found with Python, an hour of one digit padded: {@code fromisoformat(end) < fromisoformat(start)}. */
    @Test
    void resolvedBeforeItStartedIsKeptAsWrittenAndTold() {
        List<Evidence> odd = real().all().stream()
                .filter(record -> record.attribute("resolvedBeforeStart").isPresent())
                .toList();

        assertThat(odd)
                .filteredOn(record -> record.type().equals("incident.detected"))
                .extracting(Evidence::subject)
                .containsExactlyInAnyOrder(
                        "2021-09-23-puppet-outage",
                        "2021-11-18-jenkins-io-outage",
                        "2022-06-13-repo-slow",
                        "2023-02-23-maintenance-aks-k8s-1-24",
                        "2023-06-02-trusted.ci-migration-to-azure",
                        "2023-12-06-systempool-tainted");
        assertThat(odd)
                .filteredOn(record -> record.type().equals("incident.resolved")
                        && record.subject().equals("2021-09-23-puppet-outage"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.occurredAt()).isEqualTo(Instant.parse("2021-09-20T13:00:00Z"));
                    assertThat(record.text("detectedAt")).contains("2021-09-23T10:01:00Z");
                });
        assertThat(odd).hasSize(12);
    }

    @Test
    void withoutAZoneTimesWithoutAnOffsetAreRefused() {
        // grep -L '^date:.*[+-][0-9][0-9]:[0-9][0-9]$' 2*.md | wc -l
        Imported read = Imported.of("INCIDENT_NOTICES", OPTIONS, STATUS);

        assertThat(read.receipt().rejectedCount()).isEqualTo(10);
        assertThat(read.receipt().rejected()).allSatisfy(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-E029");
            assertThat(issue.fix()).contains("zone");
        });
        assertThat(read.population("incident.detected").attribute("complete")).contains(AttributeValue.of(false));
        // One more has an end without an offset: it stands there as it was written, and nothing was resolved by it.
        assertThat(read.of("incident.detected"))
                .filteredOn(record -> record.subject().equals("2021-12-15-jira-outage"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.text("resolvedWhen")).contains("2021-12-15 16:05:00");
                    assertThat(record.attribute("resolvedAt")).isEmpty();
                });
        assertThat(read.of("incident.resolved")).extracting(Evidence::subject).doesNotContain("2021-12-15-jira-outage");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-04T8:00:00-00:00, 2023-12-04T08:00:00Z",
        "2020-06-13 15:54, 2020-06-13T13:54:00Z",
        "2020-06-13 15:54:00 +01:00, 2020-06-13T14:54:00Z",
        "2020-06-13T15:54:00.25Z, 2020-06-13T15:54:00.250Z",
    })
    void timesAreReadAsPeopleWriteThem(String written, String instant) throws IOException {
        Imported read = read(OPTIONS.with("zone", "Europe/Berlin"), "---", "date: " + written, "---");

        assertThat(read.rows())
                .singleElement()
                .satisfies(record -> assertThat(record.occurredAt()).isEqualTo(Instant.parse(instant)));
    }

    @ParameterizedTest
    @CsvSource({"2020-06-31 15:54", "2020-06-13", "yesterday", "2020-06-1315:54", "25:00", "''"})
    void otherTimesAreRefused(String written) throws IOException {
        Imported read = read(OPTIONS.with("zone", "UTC"), "---", "date: '" + written + "'", "---");

        assertThat(read.receipt().rejectedCount()).isEqualTo(1);
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void anOpenNoticeIsNotResolved() throws IOException {
        Imported read = read(
                OPTIONS,
                "---",
                "date: 2023-01-24T10:00:00Z",
                "resolved: false",
                "resolvedWhen: ",
                "severity: down",
                "---");

        assertThat(read.of("incident.resolved")).isEmpty();
        assertThat(read.of("incident.detected"))
                .singleElement()
                .satisfies(record -> assertThat(record.attribute("resolved")).contains(AttributeValue.of(false)));
    }

    @Test
    void whatIsMaintenanceIsDeclared() throws IOException {
        String[] notice = {
            "---",
            "title: Brownout of the mirror",
            "date: 2023-01-24T10:00:00Z",
            "affected: [mirror, mirror, repo]",
            "---"
        };

        assertThat(read(OPTIONS, notice).of("incident.detected")).hasSize(1);
        assertThat(read(OPTIONS.with("maintenance", List.of("brownout", "upgrade")), notice)
                        .of("maintenance.window"))
                .extracting(Evidence::subject)
                .containsExactly("mirror", "repo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+++~title = 'x'~+++ | SOC2-E002 | TOML",
                "{\"title\": \"x\"} | SOC2-E002 | JSON",
                "# Heading | SOC2-E002 | no front matter",
                "---~title: x~date: 2023-01-24T10:00:00Z | SOC2-E005 | does not end",
                "---~- a~--- | SOC2-E029 | no fields",
            })
    void whatIsNoYamlFrontMatterIsToldAsWhatItIs(String text, String code, String what) throws IOException {
        Imported read = read(OPTIONS, text.split("~", -1));

        assertThat(read.receipt().rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(code);
            assertThat(issue.what()).contains(what);
        });
    }

    @Test
    void theYamlIsReadStrictlyAndFaultsHaveTheirPlace() throws IOException {
        Imported read = read(OPTIONS, "---", "title: x", "title: y", "date: 2023-01-24T10:00:00Z", "---");

        assertThat(read.receipt().rejected())
                .singleElement()
                .satisfies(issue -> assertThat(issue.location().line()).isEqualTo(3));
    }

    @Test
    void aYamlBombIsRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        Imported read = read(OPTIONS, bomb + "date: 2023-01-24T10:00:00Z", "---");

        assertThat(read.receipt().rejectedCount()).isEqualTo(1);
        assertThat(read.rows()).isEmpty();
    }
}

package dev.soc2.evidence.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {

    private static final Path COMPLY = Path.of("src/test/resources/data/strongdm-comply");
    private static final Path SITE = Path.of("src/test/resources/data/github-site-policy");
    private static final ImportOptions OPTIONS =
            ImportOptions.NONE.source("policies").with("zone", "America/Los_Angeles");

    @TempDir
    Path folder;

    private Imported read(ImportOptions options, String... lines) throws IOException {
        Files.writeString(folder.resolve("access.md"), String.join("\n", lines));
        return Imported.of("POLICIES", options, folder);
    }

    /** {@code grep -l '^majorRevisions:' policies/*.md | wc -l} gives 27. */
    @Test
    void theRealPoliciesWereChangedAndNobodySaysThatTheyWereApproved() {
        Imported real = Imported.of("POLICIES", OPTIONS, COMPLY.resolve("policies"));

        assertThat(real.receipt().read()).isEqualTo(28);
        assertThat(real.receipt().outOfScope()).as("README.md").isEqualTo(1);
        assertThat(real.receipt().rejected()).isEmpty();
        assertThat(real.rows()).hasSize(27).allMatch(record -> record.type().equals("policy.changed"));
        assertThat(real.rows())
                .filteredOn(record -> record.subject().equals("AOTP"))
                .containsExactly(Evidence.of(
                                "policies:AOTP:changed:2018-06-01",
                                "policy.changed",
                                "AOTP",
                                Instant.parse("2018-06-01T07:00:00Z"),
                                "policies")
                        .with("name", "Access Onboarding and Termination Policy")
                        .with("version", "2018-06-01")
                        .with("comment", "Initial document")
                        .with(
                                "satisfies",
                                AttributeValue.of(
                                        Map.of("TSC", AttributeValue.texts(List.of("CC6.1", "CC6.2", "CC6.3")))))
                        .build());
    }

    @Test
    void proceduresTellNoDayAndAreRefusedForIt() {
        Imported real = Imported.of("POLICIES", OPTIONS, COMPLY.resolve("procedures"));

        assertThat(real.receipt().rejectedCount()).isEqualTo(4);
        assertThat(real.receipt().outOfScope()).isEqualTo(1);
        assertThat(real.rows()).isEmpty();
    }

    /** {@code jq -r .change policy-history.jsonl | sort | uniq -c}: 39 created, 39 revised; 9, 94 and 2 retired. */
    @Test
    void theHistorySaysWhichCommitChangedWhat() {
        Imported comply = Imported.of("POLICIES", OPTIONS, COMPLY.resolve("policy-history.jsonl"));
        Imported site = Imported.of("POLICIES", OPTIONS, SITE.resolve("policy-history.jsonl"));

        assertThat(comply.of("policy.changed")).hasSize(78);
        assertThat(comply.of("policy.changed").stream()
                        .filter(record -> record.text("change").orElseThrow().equals("CREATED")))
                .hasSize(39);
        assertThat(site.of("policy.changed")).hasSize(103);
        assertThat(site.of("policy.retired")).hasSize(2);
        assertThat(site.receipt().rejected()).isEmpty();
        assertThat(site.rows().get(0))
                .isEqualTo(Evidence.of(
                                "policies:Policies/github-subprocessors-and-cookies.md@47a5941b48c228a94bd86d070bea6e144939fe0d",
                                "policy.changed",
                                "Policies/github-subprocessors-and-cookies.md",
                                Instant.parse("2018-04-19T22:46:13Z"),
                                "policies")
                        .actor("Person 001")
                        .with("path", "Policies/github-subprocessors-and-cookies.md")
                        .with("change", "CREATED")
                        .with("version", "47a5941b48c228a94bd86d070bea6e144939fe0d")
                        .with("committer", "GitHub")
                        .with("pullRequests", AttributeValue.of(List.of()))
                        .build());
    }

    @Test
    void aListOfSubprocessorsIsNoPolicyThatTellsADay() {
        Imported site = Imported.of("POLICIES", OPTIONS, SITE);

        assertThat(site.receipt().rejectedCount())
                .as("three revisions of the list")
                .isEqualTo(3);
        assertThat(site.of("policy.changed")).hasSize(103);
    }

    @Test
    void approvalIsWhatADeclaredFieldSays() throws IOException {
        Imported read = read(
                OPTIONS.with("approved", "approvedOn")
                        .with("approvedBy", "approver")
                        .with("role", "approverRole")
                        .with("published", "effective")
                        .with("version", "revision")
                        .with("dayFormat", "dd/MM/uuuu"),
                "---",
                "title: Access Policy",
                "revision: 3",
                "approvedOn: 31/01/2025",
                "approver: ann@a.example",
                "approverRole: ciso",
                "effective: 2025-02-01T00:00:00Z",
                "---");

        assertThat(read.rows())
                .containsExactly(
                        Evidence.of(
                                        "policies:access:approved:31/01/2025",
                                        "policy.approved",
                                        "access",
                                        Instant.parse("2025-01-31T08:00:00Z"),
                                        "policies")
                                .actor("ann@a.example")
                                .with("name", "Access Policy")
                                .with("version", "3")
                                .with("role", "ciso")
                                .build(),
                        Evidence.of(
                                        "policies:access:published:2025-02-01T00:00:00Z",
                                        "policy.published",
                                        "access",
                                        Instant.parse("2025-02-01T00:00:00Z"),
                                        "policies")
                                .with("name", "Access Policy")
                                .with("version", "3")
                                .build());
    }

    @Test
    void twoRevisionsOfOneDayAreTwoRecords() throws IOException {
        Imported read =
                read(OPTIONS, "acronym: AP", "majorRevisions:", "  - date: Jun 1 2018", "  - date: 2018-06-01", "---");

        assertThat(read.rows())
                .extracting(Evidence::id)
                .containsExactly("policies:AP:changed:2018-06-01", "policies:AP:changed:2018-06-01#2");
    }

    @Test
    void aDayThatCannotBeReadRefusesTheFile() throws IOException {
        assertThat(read(OPTIONS, "majorRevisions:", "  - date: summer", "---")
                        .receipt()
                        .rejected())
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo("SOC2-E029"));
        assertThat(read(ImportOptions.NONE, "majorRevisions:", "  - date: Jun 1 2018", "---")
                        .receipt()
                        .rejected())
                .singleElement()
                .satisfies(issue -> assertThat(issue.fix()).contains("zone"));
    }

    @Test
    void historyAndFilesMeetUnderADeclaredName() throws IOException {
        Files.writeString(
                folder.resolve("history.jsonl"),
                "{\"policy\": \"policies/access.md\", \"change\": \"revised\", \"occurredAt\": \"2025-01-01T00:00:00Z\","
                        + " \"commit\": \"c1\"}\n{\"policy\": \"x\", \"change\": \"blessed\"}\n");
        Imported read = Imported.of(
                "POLICIES",
                OPTIONS.with("subjects", AttributeValue.of(Map.of("policies/access.md", AttributeValue.of("AP")))),
                folder.resolve("history.jsonl"));

        assertThat(read.rows()).extracting(Evidence::subject).containsExactly("AP");
        assertThat(read.receipt().rejected())
                .singleElement()
                .satisfies(issue -> assertThat(issue.location().line()).isEqualTo(2));
    }

    @Test
    void aPatternThatIsNoneIsTold() {
        assertThatThrownBy(() -> read(OPTIONS.with("dayFormat", "bbbb"))).hasMessageContaining("dayFormat");
    }
}

package dev.soc2.evidence.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportException;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of GitHub's REST API, lists of its command line, and deliveries with their headers, written by hand. */
class GitHubChangesTest {

    private static final ImportOptions ALL = ImportOptions.NONE
            .source("github")
            .with("holds", List.of("PULL_REQUESTS", "REVIEWS", "CHECKS", "DEPLOYMENTS", "MEMBERSHIPS"));

    @TempDir
    Path folder;

    private Imported read(String text) {
        return Imported.of("GITHUB", ALL, folder, "dump.json", text);
    }

    private static String pull(String more) {
        return String.format(Locale.ROOT, """
                {"id":11,"number":7,"url":"https://api.github.com/repos/acme/pay/pulls/7","user":{"login":"ann"},
                 "created_at":"2025-01-01T09:00:00Z","merged_at":"2025-01-02T10:00:00Z","merge_commit_sha":"m1",
                 "head":{"sha":"h2"},"base":{"ref":"main"},"merged_by":{"login":"ben"},"changed_files":3%s}
                """, more);
    }

    private static String review(int id, String who, String state, String commit, String at) {
        return String.format(
                Locale.ROOT,
                "{\"id\":%d,\"user\":{\"login\":\"%s\"},\"state\":\"%s\",\"commit_id\":\"%s\",\"submitted_at\":\"%s\"}",
                id,
                who,
                state,
                commit,
                at);
    }

    @Test
    void aMergedPullRequestIsAProposalAndAChange() {
        Imported imported = read("[" + pull("") + "]");
        Evidence merged = imported.only("change.merged");

        assertThat(imported.receipt().read()).isEqualTo(1);
        assertThat(imported.only("change.proposed").occurredAt()).isEqualTo(Instant.parse("2025-01-01T09:00:00Z"));
        assertThat(merged.id()).isEqualTo("pull_request:11/merged");
        assertThat(merged.subject()).isEqualTo("acme/pay#7");
        assertThat(merged.occurredAt()).isEqualTo(Instant.parse("2025-01-02T10:00:00Z"));
        assertThat(merged.actor()).contains("ann");
        assertThat(Imported.at(merged, "revision")).isEqualTo("h2");
        assertThat(Imported.at(merged, "mergeCommit")).isEqualTo("m1");
        assertThat(Imported.at(merged, "mergedBy")).isEqualTo("ben");
        assertThat(Imported.at(merged, "filesChanged")).isEqualTo(3L);
        assertThat(Imported.at(merged, "reviewers"))
                .as("nothing says whether there were reviews")
                .isEqualTo("absent");
    }

    /**
     * Approved at the head: eve, and ann her own change, which stays visible. Not: ben for an earlier commit, cem who
     * asked for changes afterwards, dee whose approval was dismissed, fay after the merge.
     */
    @Test
    void onlyApprovalsOfTheHeadThatStandAtTheMergeCount() {
        String reviews = String.join(
                ",",
                review(1, "ben", "APPROVED", "h1", "2025-01-01T10:00:00Z"),
                review(2, "cem", "APPROVED", "h2", "2025-01-01T11:00:00Z"),
                review(3, "cem", "CHANGES_REQUESTED", "h2", "2025-01-01T12:00:00Z"),
                review(4, "dee", "DISMISSED", "h2", "2025-01-01T12:00:00Z"),
                review(5, "eve", "APPROVED", "h2", "2025-01-01T12:00:00Z"),
                review(6, "eve", "COMMENTED", "h2", "2025-01-01T13:00:00Z"),
                review(7, "fay", "APPROVED", "h2", "2025-01-02T10:00:01Z"),
                review(8, "ann", "APPROVED", "h2", "2025-01-01T12:00:00Z"));
        Evidence merged = read(pull(",\"reviews\":[" + reviews + "]")).only("change.merged");

        assertThat(Imported.at(merged, "reviewers")).isEqualTo(List.of("ann", "eve"));
        assertThat(Imported.at(merged, "dismissed")).isEqualTo(List.of("dee"));
        assertThat(Imported.at(merged, "authors")).isEqualTo(List.of("ann"));
    }

    @Test
    void theNamesOfTheCommandLineAreReadToo() {
        Evidence merged = read("""
                        [{"id":"PR_x","number":7,"url":"https://github.com/acme/pay/pull/7","author":{"login":"ann"},
                          "createdAt":"2025-01-01T09:00:00Z","mergedAt":"2025-01-02T10:00:00Z","headRefOid":"h2",
                          "baseRefName":"main","mergedBy":{"login":"ben"},"mergeCommit":{"oid":"m1"},"changedFiles":3,
                          "reviews":[{"author":{"login":"eve"},"state":"APPROVED","submittedAt":"2025-01-01T12:00:00Z",
                                      "commit":{"oid":"h2"}}]}]
                        """).only("change.merged");

        assertThat(merged.subject()).isEqualTo("acme/pay#7");
        assertThat(Imported.at(merged, "mergeCommit")).isEqualTo("m1");
        assertThat(Imported.at(merged, "reviewers")).isEqualTo(List.of("eve"));
    }

    @Test
    void reviewsOfTheApiNameTheirPullRequestByItsAddress() {
        String reviews = review(5, "eve", "APPROVED", "h2", "2025-01-01T12:00:00Z")
                .replace("{\"id\"", "{\"pull_request_url\":\"https://api.github.com/repos/acme/pay/pulls/7\",\"id\"");
        Imported imported = read("[" + reviews + ",{\"id\":9,\"state\":\"PENDING\",\"commit_id\":\"h2\"}]");
        Evidence review = imported.only("change.reviewed");

        assertThat(review.id()).isEqualTo("review:5:APPROVED");
        assertThat(review.subject()).isEqualTo("acme/pay#7");
        assertThat(Imported.at(review, "state")).isEqualTo("APPROVED");
        assertThat(imported.receipt().outOfScope()).isEqualTo(1);
    }

    @Test
    void aStatusFindsTheCommitOfItsDeployment() {
        String deployment = """
                {"id":31,"sha":"m1","ref":"main","task":"deploy","environment":"production",
                 "url":"https://api.github.com/repos/acme/pay/deployments/31","created_at":"2025-01-02T11:00:00Z"}
                """;
        String status = """
                {"id":41,"state":"%s","environment":"production","creator":{"login":"bot"},
                 "deployment_url":"https://api.github.com/repos/acme/pay/deployments/%s",
                 "created_at":"2025-01-02T11:05:00Z"}
                """;
        Imported imported = read(deployment + String.format(Locale.ROOT, status, "success", "31"));

        assertThat(imported.only("change.deployed").subject()).isEqualTo("acme/pay@m1");
        assertThat(read(deployment + String.format(Locale.ROOT, status, "failure", "31"))
                        .types())
                .isEqualTo(Map.of("audit.event", 2L));
        assertThat(read(deployment + String.format(Locale.ROOT, status, "success", "99"))
                        .codes())
                .containsExactly("SOC2-E029");
    }

    @Test
    void aCheckIsATestOfEveryPullRequestThatItNames() {
        Imported imported = read("""
                {"total_count":2,"check_runs":[
                 {"id":51,"head_sha":"h2","status":"completed","conclusion":"success","name":"build",
                  "completed_at":"2025-01-01T12:00:00Z","url":"https://api.github.com/repos/acme/pay/check-runs/51",
                  "pull_requests":[{"number":7},{"number":8}]},
                 {"id":52,"head_sha":"h2","status":"in_progress","conclusion":null,"name":"build"}]}
                """);

        assertThat(imported.records()).extracting(Evidence::subject).containsExactly("acme/pay#7", "acme/pay#8");
        assertThat(imported.records()).allSatisfy(tested -> {
            assertThat(Imported.at(tested, "outcome")).isEqualTo("success");
            assertThat(Imported.at(tested, "suite")).isEqualTo("build");
        });
        assertThat(imported.receipt().outOfScope()).isEqualTo(1);
    }

    @Test
    void aDeliveryWithItsHeadersSaysWhenAndWhat() {
        Imported imported = read("""
                [{"id":1,"guid":"g-1","delivered_at":"2025-01-03T08:00:00Z","event":"member","action":"added",
                  "request":{"headers":{"X-GitHub-Event":"member"},
                    "payload":{"action":"added","member":{"login":"ben"},"repository":{"full_name":"acme/pay"},
                               "changes":{"permission":{"to":"write"}},"sender":{"login":"ann"}}}}]
                """);
        Evidence granted = imported.only("iam.access.granted");

        assertThat(granted.occurredAt()).isEqualTo(Instant.parse("2025-01-03T08:00:00Z"));
        assertThat(granted.subject()).isEqualTo("ben");
        assertThat(granted.actor()).contains("ann");
        assertThat(Imported.at(granted, "entitlement")).isEqualTo("repo:acme/pay");
        assertThat(Imported.at(granted, "permission")).isEqualTo("write");
        assertThat(imported.only("audit.event").id()).isEqualTo("delivery:g-1");
    }

    @Test
    void aMembershipOfTheApiIsAMemberWhenTheExportSaysWhen() {
        String members = """
                [{"state":"active","role":"admin","organization":{"login":"acme"},"user":{"login":"ann"}},
                 {"state":"pending","role":"member","organization":{"login":"acme"},"user":{"login":"ben"}}]
                """;
        Imported imported = Imported.of(
                "GITHUB", ALL.extractedAt(Instant.parse("2025-01-05T00:00:00Z")), folder, "dump.json", members);

        assertThat(imported.only("iam.role.members").subject()).isEqualTo("ann");
        assertThat(Imported.at(imported.only("iam.role.members"), "entitlement"))
                .isEqualTo("acme:admin");
        assertThat(imported.receipt().outOfScope()).isEqualTo(1);
        assertThat(read(members).codes()).containsExactly("SOC2-E029", "SOC2-E029");
    }

    @Test
    void onlyWhatTheExportIsSaidToHoldHasAPopulationWithoutARecord() {
        ImportOptions at = ImportOptions.NONE
                .window(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-01-05T00:00:00Z"))
                .extractedAt(Instant.parse("2025-01-05T00:00:00Z"));

        assertThat(populations(at)).isEmpty();
        assertThat(populations(at.with("holds", List.of("deployments", "reviews"))))
                .containsExactlyInAnyOrder("change.deployed", "change.reviewed");
        assertThatThrownBy(() -> populations(at.with("holds", "issues")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("PULL_REQUESTS");
    }

    private List<String> populations(ImportOptions options) {
        try {
            InMemoryEvidence evidence = new InMemoryEvidence();
            Importers.of("GITHUB", options).importInto(evidence, Files.writeString(folder.resolve("x.json"), "[]"));
            return evidence.records().stream().map(Evidence::subject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNothingOfTheseIsRefused() {
        Imported imported = read("[{\"login\":\"ann\"},{\"number\":7,\"head\":{},\"id\":3}]");

        assertThat(imported.codes()).containsExactly("SOC2-E029", "SOC2-E029");
    }
}

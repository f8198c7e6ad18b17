package dev.soc2.evidence.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The 41 examples of payloads. They tell several things of one pull request, so that each is an export of its own. */
class GitHubDataTest {

    private static final Path FILES = Imported.resource("octokit-webhooks");
    private static final ImportOptions WEBHOOKS = ImportOptions.NONE
            .source("github")
            .with("holds", List.of("pull-requests", "reviews", "checks", "deployments", "members", "events"));
    private static final Instant EXTRACTED = Instant.parse("2026-06-22T00:00:00Z");

    private record Sum(long rows, long refused, Map<String, Long> types) {}

    private static Sum sum(ImportOptions options) {
        try (Stream<Path> files = Files.walk(FILES)) {
            long rows = 0;
            long refused = 0;
            Map<String, Long> types = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                Imported imported = Imported.of("GITHUB", options, file);
                rows += imported.receipt().read();
                refused += imported.receipt().rejectedCount();
                imported.types().forEach((type, count) -> types.merge(type, count, Long::sum));
            }
            return new Sum(rows, refused, types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@code find . -name '*.json' | wc -l} gives 41. Three are of {@code member}, four of {@code membership} and three
     * of {@code organization} without an invitation: they hold no time of their own. Of the others three are {@code
     * opened}, three a review, three a check suite that was {@code completed}, two a status {@code success}; and 20 tell
     * of something else, to which the dismissal of a review comes.
     */
    @Test
    void eachPayloadIsARecordUnlessItHasNoTime() {
        Sum sum = sum(WEBHOOKS);

        assertThat(sum.rows()).isEqualTo(41);
        assertThat(sum.refused()).isEqualTo(10);
        assertThat(sum.types())
                .isEqualTo(Map.of(
                        "change.proposed", 3L,
                        "change.reviewed", 3L,
                        "change.tested", 3L,
                        "change.deployed", 2L,
                        "audit.event", 21L));
    }

    /** Three times {@code added} and three times {@code removed}; the two invited members are pending. */
    @Test
    void payloadsWithoutATimeCanBeDatedByTheExport() {
        Sum sum = sum(WEBHOOKS.extractedAt(EXTRACTED).with("undated", "EXTRACTED_AT"));

        assertThat(sum.refused()).isZero();
        assertThat(sum.types())
                .containsEntry("iam.access.granted", 3L)
                .containsEntry("iam.access.revoked", 3L)
                .containsEntry("audit.event", 31L)
                .doesNotContainKey("iam.account.created");
    }

    /** By hand from {@code pull_request_review/dismissed.payload.json}. */
    @Test
    void aDismissedReviewIsNeverAnApproval() {
        Imported imported =
                Imported.of("GITHUB", WEBHOOKS, FILES.resolve("pull_request_review/dismissed.payload.json"));
        Evidence review = imported.only("change.reviewed");

        assertThat(review.subject()).isEqualTo("Codertocat/Hello-World#2");
        assertThat(review.actor()).contains("Codertocat");
        assertThat(Imported.at(review, "state")).isEqualTo("DISMISSED");
        assertThat(Imported.at(review, "revision")).isEqualTo("ec26c3e57ca3a959ca5aad62de7213c562f8c821");
        assertThat(review.supersedes()).contains("review:237895671:APPROVED");
        assertThat(Imported.at(imported.only("audit.event"), "action")).isEqualTo("pull_request_review.dismissed");
    }

    /** By hand from {@code deployment_status/payload.json}; the name of the environment is mapped. */
    @Test
    void aSuccessfulStatusIsADeployment() {
        ImportOptions mapped =
                WEBHOOKS.with("environments", AttributeValue.of(Map.of("production", AttributeValue.of("prod"))));
        Evidence deployed = Imported.of("GITHUB", mapped, FILES.resolve("deployment_status/payload.json"))
                .only("change.deployed");

        assertThat(deployed.id()).isEqualTo("deployment_status:209916254");
        assertThat(deployed.subject()).isEqualTo("Codertocat/Hello-World@f95f852bd8fca8fcc58a9a2d6c842781e32a215e");
        assertThat(deployed.occurredAt()).isEqualTo(Instant.parse("2019-05-15T15:20:55Z"));
        assertThat(Imported.at(deployed, "environment")).isEqualTo("prod");
        assertThat(Imported.at(deployed, "revision")).isEqualTo("f95f852bd8fca8fcc58a9a2d6c842781e32a215e");
    }

    /** {@code jq .repository.pushed_at} gives 1557933657, which is 15:20:57 on 15 May 2019. */
    @Test
    void aPushHappenedWhenTheRepositoryWasPushedTo() {
        Evidence push = Imported.of("GITHUB", WEBHOOKS, FILES.resolve("push/payload.json"))
                .only("audit.event");

        assertThat(push.occurredAt()).isEqualTo(Instant.parse("2019-05-15T15:20:57Z"));
        assertThat(push.subject()).isEqualTo("Codertocat/Hello-World:refs/tags/simple-tag");
        assertThat(push.actor()).contains("Codertocat");
        assertThat(Imported.at(push, "event", "deleted")).isEqualTo(true);
    }
}

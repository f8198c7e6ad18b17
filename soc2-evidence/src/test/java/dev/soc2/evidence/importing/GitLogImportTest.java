package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitLogImportTest {

    private static final GitLogOptions KAFKA =
            GitLogOptions.of("git").repo("kafka").reviews("Reviewers", "Reviewer", "Reviewed-by");
    private static final GitLogOptions PAYROLL =
            GitLogOptions.of("git").repo("payroll").reviews("Reviewed-by", "Reviewers");

    @TempDir
    Path temporary;

    private Folder folder;
    private final InMemoryEvidence evidence = new InMemoryEvidence();

    @BeforeEach
    void open() {
        folder = new Folder(temporary);
    }

    private static byte[] resource(String name) {
        try (InputStream in = GitLogImportTest.class.getResourceAsStream("/git/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportReceipt read(GitLogOptions options, byte[] history) {
        return Importers.gitLog(options).importInto(evidence, folder.write("history", history));
    }

    private static AttributeValue texts(String... texts) {
        return AttributeValue.texts(List.of(texts));
    }

    private Evidence row(int index) {
        return Folder.rows(evidence).get(index);
    }

    @Test
    void theHistoryOfARealProjectIsRead() {
        ImportReceipt receipt = read(KAFKA, resource("kafka-commits.jsonl"));

        // The figures were counted in the file with Python's json module.
        List<Evidence> changes = Folder.rows(evidence);
        assertThat(receipt.read()).isEqualTo(204);
        assertThat(receipt.stored()).isEqualTo(204);
        assertThat(receipt.sha256()).isEqualTo("28c2d9f56c100e773617cf5d3781be62d30fc0e0a7b6e2eafd5d15eafdd216a0");
        assertThat(changes).allMatch(change -> change.attribute("reviewers").isPresent());
        assertThat(changes).filteredOn("attributes.reviewers", texts()).hasSize(17);
        assertThat(changes.stream()
                        .flatMap(change -> members(change, "reviewers").stream())
                        .distinct())
                .hasSize(66);
        assertThat(changes)
                .filteredOn(change -> change.attribute("revert").equals(Optional.of(AttributeValue.of(true))))
                .hasSize(8);
        assertThat(changes)
                .filteredOn(change -> !members(change, "coAuthors").isEmpty())
                .hasSize(12);
        assertThat(changes)
                .filteredOn(change -> change.attribute("pullRequest").isPresent())
                .hasSize(187);
        assertThat(changes.stream()
                        .mapToInt(change -> members(change, "tickets").size())
                        .sum())
                .isEqualTo(102);
        assertThat(changes)
                .noneMatch(change ->
                        members(change, "reviewers").contains(change.actor().orElseThrow()));
    }

    private static List<String> members(Evidence change, String attribute) {
        AttributeValue value = change.attribute(attribute).orElseThrow();
        return ((AttributeValue.ListValue) value)
                .values().stream()
                        .map(member -> ((AttributeValue.TextValue) member).value())
                        .toList();
    }

    @Test
    void theFirstRealChangeBecomesThisRecord() {
        read(KAFKA, resource("kafka-commits.jsonl"));

        // Read off the first line of the file; 15:09:31 at +08:00 is 07:09:31 in UTC.
        Evidence expected = Evidence.of(
                        "bdb29e42cb19ff108c671f05cf0d2732fab0a2d8",
                        "change.merged",
                        "kafka@bdb29e42cb19ff108c671f05cf0d2732fab0a2d8",
                        Instant.parse("2021-01-03T07:09:31Z"),
                        "git")
                .actor("u0900@users.noreply.example")
                .with("revision", "bdb29e42cb19ff108c671f05cf0d2732fab0a2d8")
                .with("author", "u0900@users.noreply.example")
                .with("authors", texts("u0900@users.noreply.example"))
                .with("coAuthors", texts())
                .with("committer", "noreply@github.com")
                .with("reviewers", texts("u0001@d001.example"))
                .with("tickets", texts("KAFKA-10768"))
                .with("pullRequest", 9761)
                .with("pullRequests", AttributeValue.of(List.of(AttributeValue.of(9761))))
                .with("revert", false)
                .with("isMerge", false)
                .with("filesChanged", 2)
                .with("additions", 52)
                .with("deletions", 0)
                .build();
        assertThat(row(0)).isEqualTo(expected);
    }

    @Test
    void theRealPopulationIsProvenByItsDigest() {
        read(KAFKA, resource("kafka-commits.jsonl"));

        // Rows, ends and digest from Python (json, datetime, hashlib); the end is not included, hence the nanosecond.
        Evidence population = Folder.populations(evidence).get(0);
        assertThat(population.subject()).isEqualTo("change.merged");
        assertThat(population.attribute("rows")).contains(AttributeValue.of(204));
        assertThat(population.text("sha256"))
                .contains("bd71d6695c53f44e00d69eb603119e940d7c9deab123133fd20919ec8a953a5d");
        assertThat(population.text("from")).contains("2021-01-03T07:09:31Z");
        assertThat(population.text("to")).contains("2023-03-07T02:09:21.000000001Z");
        assertThat(population.text("extractedAt")).contains("2023-03-07T02:09:21Z");
        assertThat(population.attribute("complete")).contains(AttributeValue.of(true));
    }

    @Test
    void withoutADeclarationNothingIsSaidAboutReviews() {
        read(GitLogOptions.of("kafka"), resource("kafka-commits.jsonl"));

        assertThat(Folder.rows(evidence))
                .allMatch(change -> change.attribute("reviewers").isEmpty());
        assertThat(row(0).subject()).startsWith("kafka@");
    }

    @Test
    void whatGitItselfWritesIsRead() {
        ImportReceipt receipt = read(PAYROLL, resource("payroll.log"));

        assertThat(receipt.read()).isEqualTo(6);
        assertThat(receipt.isComplete()).isTrue();
        assertThat(Folder.rows(evidence))
                .extracting(Evidence::actor)
                .extracting(Optional::get)
                .containsExactly(
                        "ann@payroll.example",
                        "bob@payroll.example",
                        "cy@payroll.example",
                        "zoe@payroll.example",
                        "ann@payroll.example",
                        "ann@payroll.example");
        assertThat(Folder.rows(evidence))
                .extracting(change -> change.attribute("reviewers").orElseThrow())
                .containsExactly(
                        texts("bob@payroll.example"),
                        texts(),
                        texts("ann@payroll.example", "bob@payroll.example", "dee@payroll.example"),
                        texts("ann@payroll.example"),
                        texts("bob@payroll.example"),
                        texts());
        Evidence third = row(2);
        assertThat(third.id()).isEqualTo("ab269fb89998302c0dcb0dc2b053abad7514ec1d");
        assertThat(third.occurredAt()).isEqualTo(Instant.parse("2025-02-03T07:15:00Z"));
        assertThat(third.attribute("authors")).contains(texts("cy@payroll.example", "eve@payroll.example"));
        assertThat(third.text("committer")).contains("bot@payroll.example");
        assertThat(third.attribute("revert")).isEmpty();
        assertThat(row(4).attribute("isMerge")).contains(AttributeValue.of(true));
        // The third record begins in the line behind the second one's, which is its only line: 1, 3, 4, 8, 10, 12.
        assertThat(Folder.rows(evidence))
                .extracting(change -> change.provenance().orElseThrow().origin().line())
                .containsExactly(1, 3, 4, 8, 10, 12);
    }

    @Test
    void theTitleAsTenthFieldBringsTicketsAndReverts() {
        read(PAYROLL.tickets("PAY"), resource("payroll-titled.log"));

        assertThat(Folder.rows(evidence))
                .extracting(change -> change.attribute("tickets").orElseThrow())
                .containsExactly(texts("PAY-1"), texts(), texts("PAY-2"), texts(), texts(), texts());
        assertThat(row(5).attribute("revert")).contains(AttributeValue.of(true));
        assertThat(row(4).attribute("revert")).contains(AttributeValue.of(false));
    }

    @Test
    void mergeCommitsAreCountedWhenTheyAreLeftOut() {
        ImportReceipt receipt = read(PAYROLL.merges(MergeCommits.EXCLUDE), resource("payroll.log"));

        assertThat(receipt.outOfScope()).isEqualTo(1);
        assertThat(receipt.stored()).isEqualTo(5);
        Evidence population = Folder.populations(evidence).get(0);
        assertThat(population.attribute("outOfScope")).contains(AttributeValue.of(1));
        assertThat(population.attribute("complete")).contains(AttributeValue.of(true));
    }

    @Test
    void theTimeOfTheExportIsWhenChangesWereObserved() {
        Instant exported = Instant.parse("2026-01-02T00:00:00Z");

        read(PAYROLL.exportedAt(exported), resource("payroll.log"));

        assertThat(row(0).observedAt()).isEqualTo(exported);
        assertThat(Folder.populations(evidence).get(0).text("extractedAt")).contains("2026-01-02T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payroll.log", "kafka-commits.jsonl"})
    void aHistoryThatBreaksOffSaysSoAndKeepsNothingOfTheLastCommit(String name) {
        byte[] whole = resource(name);

        ImportReceipt receipt = read(PAYROLL, Arrays.copyOf(whole, whole.length - 60));

        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E005");
        assertThat(receipt.stored()).isEqualTo(receipt.read() - 1);
        assertThat(Folder.populations(evidence).get(0).attribute("complete")).contains(AttributeValue.of(false));
    }

    @Test
    void commitsWithoutWhatAChangeNeedsAreRejectedOneByOne() {
        String hash = "a".repeat(40);
        String history =
                "{\"hash\":\"abc\",\"author\":{\"name\":\"A\"},\"committer\":{\"date\":\"2025-01-01T00:00:00Z\"}}\n"
                        + "{\"hash\":\"" + hash + "\",\"author\":null,\"committer\":{\"date\":\"2025-01-01\"}}\n"
                        + "[]\n"
                        + "{\"hash\":\"" + hash
                        + "\",\"author\":{\"name\":\"A\"},\"committer\":{\"date\":\"2025-01-01T00:00:00Z\"},"
                        + "\"trailers\":{},\"additions\":\"many\"}\n"
                        + "{\"hash\":\"" + hash + "\",\"author\":{\"name\":\"A\",\"email\":null},\"additions\":null,"
                        + "\"committer\":{\"date\":\"2025-01-01T00:00:00Z\"},\"somethingElse\":1}\n";

        ImportReceipt receipt = read(PAYROLL, history.getBytes(StandardCharsets.UTF_8));

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.rejected())
                .extracting(issue -> issue.location().line())
                .containsExactly(1, 2, 3, 4);
        assertThat(receipt.rejected().get(1).what()).contains("'author'", "'committer.date'");
        assertThat(receipt.rejected().get(3).what()).contains("'trailers'", "'additions'");
        assertThat(row(0).actor()).contains("A");
        assertThat(row(0).attribute("additions")).isEmpty();
    }

    @Test
    void plainRecordsThatAreNoCommitsAreRejected() {
        String field = "\u001f";
        String good = String.join(
                field, "b".repeat(64), "", "A", "a@x.example", "", "C", "c@x.example", "2025-01-01T00:00:00Z", "");
        String history = "no commit\u001e\n" + good.replace("2025-01-01T00:00:00Z", "soon") + "\u001e\n" + good + field
                + "t" + field + "forged\u001e\n" + good.replace("A", "\u0000") + "\u001e\n" + good + "\u001e\n\n";

        ImportReceipt receipt = read(PAYROLL, history.getBytes(StandardCharsets.UTF_8));

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.rejected())
                .extracting(Issue::code)
                .containsExactly("SOC2-E050", "SOC2-E050", "SOC2-E050", "SOC2-E026");
    }

    @Test
    void otherKindsOfFilesAreRefused() {
        assertThat(read(PAYROLL, new byte[] {'P', 'K', 3, 4}).rejected())
                .extracting(Issue::code)
                .containsExactly("SOC2-E002");
        assertThat(read(PAYROLL, new byte[0]).read()).isZero();
    }
}

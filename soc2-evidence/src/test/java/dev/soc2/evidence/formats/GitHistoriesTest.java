package dev.soc2.evidence.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A history that tells of merges and never of reviews. Counted with jq, such as merges:
 * {@code jq -c 'select(.isMerge)' defectdojo-2024.jsonl | wc -l}.
 */
class GitHistoriesTest {

    private static final Path HISTORY = Path.of("src/test/resources/data/git-defectdojo/defectdojo-2024.jsonl");
    private static final ImportOptions DOJO = ImportOptions.NONE.source("git").with("repo", "dojo");

    private static long count(Imported read, String attribute, boolean value) {
        return read.rows().stream()
                .filter(change -> change.attribute(attribute).equals(Optional.of(AttributeValue.of(value))))
                .count();
    }

    @Test
    void everyCommitIsAChange() {
        Imported dojo = Imported.of("GIT_LOG", DOJO, HISTORY);

        assertThat(dojo.receipt().read()).isEqualTo(697);
        assertThat(dojo.receipt().rejected()).isEmpty();
        assertThat(dojo.rows()).hasSize(697);
        assertThat(count(dojo, "isMerge", true)).isEqualTo(101);
        assertThat(count(dojo, "revert", true)).isZero();
        assertThat(dojo.rows().stream()
                        .filter(change -> change.attribute("pullRequest").isPresent()))
                .hasSize(565);
        assertThat(dojo.rows().stream()
                        .filter(change -> !Imported.list(change, "coAuthors").isEmpty()))
                .hasSize(293);
        assertThat(dojo.population("change.merged").attribute("rows")).contains(AttributeValue.of(697));
    }

    @Test
    void mergeCommitsCanBeLeftOutAndAreCounted() {
        Imported dojo = Imported.of("GIT_LOG", DOJO.with("merges", "EXCLUDE"), HISTORY);

        assertThat(dojo.receipt().outOfScope()).isEqualTo(101);
        assertThat(dojo.rows()).hasSize(596);
    }

    /** No trailer of the history names a reviewer: whether a change was reviewed is not known from it. */
    @Test
    void aMissingReviewIsMissingEvidenceUnlessSomebodyDeclaresThatTrailersCarryThem() {
        assertThat(Imported.of("GIT_LOG", DOJO, HISTORY).rows())
                .allMatch(change -> change.attribute("reviewers").isEmpty());
        assertThat(Imported.of("GIT_LOG", DOJO.with("reviews", List.of("Reviewed-by")), HISTORY)
                        .rows())
                .allMatch(change -> Imported.list(change, "reviewers").isEmpty());
    }

    @Test
    void reviewersOfARealHistoryAreRecordsWhereThatIsAskedFor() {
        Path kafka = Path.of("src/test/resources/git/kafka-commits.jsonl");
        ImportOptions options =
                ImportOptions.NONE.source("git").with("reviews", List.of("Reviewers", "Reviewer", "Reviewed-by"));

        Imported read = Imported.of("GIT_LOG", options.with("reviewRecords", true), kafka);

        long named = read.of("change.merged").stream()
                .mapToLong(change -> Imported.list(change, "reviewers").size())
                .sum();
        assertThat(read.of("change.reviewed")).hasSize((int) named).isNotEmpty();
        assertThat(read.of("change.merged"))
                .isEqualTo(Imported.of("GIT_LOG", options, kafka).of("change.merged"));
        assertThat(read.population("change.reviewed").attribute("rows")).contains(AttributeValue.of(named));
        assertThat(read.of("change.reviewed")).extracting(Evidence::subject).allMatch(s -> s.startsWith("git@"));
    }
}

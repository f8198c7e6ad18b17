package dev.soc2.evidence.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Two histories of years, whole: one of squash merges whose reviews stand in trailers alone, one of merge commits without
 * a word of reviews. Counted with Python's {@code json} and {@code csv} modules.
 */
class WholeHistoriesTest {

    private static final Path DATA = Path.of("src/test/resources/data");
    private static final List<String> REVIEWS = List.of("Reviewers", "Reviewer", "Reviewed-by");

    private static Imported history(String file, ImportOptions options) {
        return Imported.of("GIT_LOG", options, DATA.resolve(file));
    }

    private static long count(Imported read, Predicate<Evidence> wanted) {
        return read.of("change.merged").stream().filter(wanted).count();
    }

    private static Predicate<Evidence> is(String attribute) {
        return change -> change.attribute(attribute).equals(Optional.of(AttributeValue.of(true)));
    }

    private static Predicate<Evidence> has(String attribute) {
        return change -> change.attribute(attribute).isPresent();
    }

    private static Predicate<Evidence> names(String attribute) {
        return change -> !Imported.list(change, attribute).isEmpty();
    }

    @Test
    void squashMergesCarryTheirReviewsInTrailers() {
        Imported kafka = history(
                "git-apache-kafka/kafka-commits.jsonl",
                ImportOptions.NONE.source("git").with("reviews", REVIEWS).with("tickets", List.of("KAFKA")));

        assertThat(kafka.receipt().read()).isEqualTo(5_709);
        assertThat(kafka.receipt().stored()).isEqualTo(5_709);
        assertThat(kafka.receipt().isComplete()).isTrue();
        assertThat(count(kafka, is("isMerge"))).isZero();
        assertThat(count(kafka, is("revert"))).isEqualTo(24);
        assertThat(count(kafka, has("pullRequest"))).isEqualTo(5_564);
        assertThat(count(kafka, names("tickets"))).isEqualTo(3_613);
        assertThat(kafka.population("change.merged").attribute("rows")).contains(AttributeValue.of(5_709));
        // 5,533 commits have such a trailer, and one more has it in lower case, which is the same to git.
        assertThat(count(kafka, names("reviewers"))).isEqualTo(5_534);
        assertThat(count(kafka, names("coAuthors"))).isEqualTo(172);
    }

    @Test
    void mergeCommitsSayNothingOfReviews() {
        ImportOptions options = ImportOptions.NONE.source("git");
        String file = "git-defectdojo/defectdojo-commits.jsonl";

        Imported dojo = history(file, options);

        assertThat(dojo.receipt().read()).isEqualTo(4_337);
        assertThat(dojo.receipt().stored()).isEqualTo(4_337);
        assertThat(count(dojo, is("isMerge"))).isEqualTo(647);
        assertThat(count(dojo, is("revert"))).isEqualTo(5);
        assertThat(count(dojo, has("pullRequest"))).isEqualTo(3_535);
        assertThat(count(dojo, names("coAuthors"))).isEqualTo(1_926);
        assertThat(count(dojo, has("reviewers"))).isZero();
        assertThat(history(file, options.with("merges", "EXCLUDE")).receipt().outOfScope())
                .isEqualTo(647);
    }

    @Test
    void theirAccountsAreTheAccountsOfThesePersons() throws IOException {
        // 1,671 accounts of 731 persons, and 432 of 200.
        assertThat(persons("git-apache-kafka/kafka-commits-identities.csv", 1_671))
                .isEqualTo(731);
        assertThat(persons("git-defectdojo/defectdojo-commits-identities.csv", 432))
                .isEqualTo(200);
    }

    private static long persons(String file, int accounts) throws IOException {
        Identities identities = Importers.identities(DATA.resolve(file));
        List<String> aliases = Files.readAllLines(DATA.resolve(file)).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(aliases).hasSize(accounts);
        return aliases.stream().map(identities::personOf).distinct().count();
    }
}

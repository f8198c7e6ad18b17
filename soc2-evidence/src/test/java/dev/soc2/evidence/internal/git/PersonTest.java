package dev.soc2.evidence.internal.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Ann Lee <ann@a.example> | ann@a.example",
                "Ann Lee <ann@a.example>, Bob <bob@b.example> | ann@a.example bob@b.example",
                "Ann Lee <ann@a.example>; bob@b.example | ann@a.example bob@b.example",
                "Ann, Bob <bob@b.example> | Ann bob@b.example",
                "'\"Lee, Ann\" <ann@a.example>' | ann@a.example",
                "<ann@a.example> | ann@a.example",
                "@ann | @ann",
                "Ann < | Ann",
                "Ann <ann@a.example | ann@a.example",
                "', ,;' | -",
                "'' | -",
            })
    void trailerValuesNameTheseAccounts(String value, String accounts) {
        List<String> expected = accounts == null ? List.of() : List.of(accounts.split(" "));

        assertThat(Person.split(value))
                .extracting(person -> person.account().orElseThrow())
                .isEqualTo(expected);
    }

    /** The exporter of the real history split the trailers with a program of its own. */
    @Test
    void realTrailersAreSplitAsTheirExporterSplitThem() throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(getClass().getResource("/git/kafka-commits.jsonl"))
                .toURI());
        List<Trailer> trailers = new ArrayList<>();
        CommitTaker taker = new CommitTaker() {
            @Override
            public void commit(Commit commit, Location place, byte[] raw) {
                trailers.addAll(commit.trailers());
            }

            @Override
            public void refused(List<Issue> issues) {
                throw new AssertionError(issues.toString());
            }
        };

        ReadExport.of(new InputFile(file, "kafka"), "git", Optional.empty(), count -> {})
                .read(export -> new GitHistory(export, taker).read());

        assertThat(trailers)
                .hasSize(217)
                .allSatisfy(trailer -> assertThat(Person.split(trailer.value()))
                        .extracting(Person::account)
                        .isEqualTo(
                                trailer.people().stream().map(Person::account).toList()));
    }
}

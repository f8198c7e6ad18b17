package dev.soc2.evidence.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus of hostile input. The build runs it in a virtual machine of 256 MB; a case that hangs is ended.
 *
 * <p>Every case ends in exactly the refusals that it names, keeps exactly the records that it names, leaves nothing
 * behind, and its counts add up.
 */
class HostileCorpusTest {

    /** Longer than any message need be. */
    private static final int LONGEST_MESSAGE = 2_000;

    private static final Duration HANGS = Duration.ofMinutes(2);

    @RegisterExtension
    static final Stopwatch TIMES = new Stopwatch(Path.of("target", "hostile-times.tsv"));

    @TempDir
    Path outside;

    static List<Case> corpus() {
        return Stream.of(
                        JsonCases.all(),
                        EncodingCases.all(),
                        FileCases.all(),
                        CsvCases.all(),
                        GitCases.all(),
                        YamlCases.all(),
                        NameCases.all(),
                        TimeCases.all(),
                        OptionCases.all(),
                        TreeCases.all())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void thereAreAtLeastThreeHundredCasesAndNoneTwice() {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(corpus()).extracting(Case::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("corpus")
    void isRefusedByName(Case hostile) throws IOException {
        Path folder = Files.createDirectory(outside.resolve("in"));

        hostile.lay(folder);
        // Laying out a hundred thousand files may take longer on a slow disk, and is no fault of what opens them.
        Outcome outcome =
                assertTimeoutPreemptively(HANGS, () -> TIMES.measure(hostile.name(), () -> hostile.open(folder)));

        assertThat(outcome.codes()).as("%s", outcome.issues()).containsExactlyElementsOf(hostile.codes());
        assertThat(outcome.ids()).containsExactlyElementsOf(new TreeSet<>(hostile.kept()));
        assertThat(outcome.issues()).allSatisfy(HostileCorpusTest::isPlain);
        outcome.receipts().forEach(HostileCorpusTest::addsUp);
        try (Stream<Path> found = Files.list(outside)) {
            assertThat(found).containsExactly(folder);
        }
    }

    /** What an issue shows can be read by a person, on a terminal too. */
    static void isPlain(Issue issue) {
        assertThat(issue.location().document()).isNotBlank();
        assertThat(issue.fix()).isNotBlank();
        assertThat(issue.what()).hasSizeLessThan(LONGEST_MESSAGE);
        assertThat(issue.render()).hasSizeLessThan(3 * LONGEST_MESSAGE);
        assertThat(issue.render().codePoints().filter(c -> c != '\n'))
                .as("%s", issue)
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        assertThatCode(issue::toString).doesNotThrowAnyException();
    }

    static void addsUp(ImportReceipt receipt) {
        assertThat(receipt.stored() + receipt.duplicates() + receipt.rejectedCount() + receipt.outOfScope())
                .isEqualTo(receipt.read());
        assertThat(receipt.rejected()).hasSize((int) Math.min(1_000, receipt.rejectedCount()));
        assertThat(receipt.isComplete()).isEqualTo(receipt.rejected().isEmpty());
    }
}

package dev.soc2.evidence.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.Importers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format that is known, whoever brought it, with input that is none of its exports: refused, or without a row. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignInputTest {

    @TempDir
    Path outside;

    static Stream<Arguments> everywhere() {
        return Importers.formats().stream()
                .flatMap(format -> ForeignInput.all().entrySet().stream()
                        .map(input -> Arguments.of(format, input.getKey(), input.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everywhere")
    void becomesNoRecord(String format, String name, Case.Written content) throws IOException {
        Path folder = Files.createDirectory(outside.resolve("in"));
        Files.writeString(folder.resolve("secret.txt"), ForeignInput.SECRET);
        Path file = folder.resolve(AnyFormat.fileName(format));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            content.to(out);
        }

        Outcome outcome = open(format, file);

        assertThat(outcome.records()).isEmpty();
        assertThat(outcome.issues()).allSatisfy(HostileCorpusTest::isPlain);
        assertThat(outcome.issues()).noneMatch(issue -> issue.render().contains(ForeignInput.SECRET));
        outcome.receipts().forEach(HostileCorpusTest::addsUp);
        assertThat(outcome.receipts()).allMatch(receipt -> receipt.stored() == 0);
        try (Stream<Path> found = Files.walk(outside)) {
            assertThat(found).containsOnly(outside, folder, file, folder.resolve("secret.txt"));
        }
    }

    private static Outcome open(String format, Path file) {
        try {
            return Doors.importing(AnyFormat.importer(format), file);
        } catch (OutOfMemoryError e) {
            throw new AssertionError("took more memory than the machine has", e);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.soc2.evidence.importing.Importers#formats")
    void aFolderWithoutFilesHasNoRecords(String format) throws IOException {
        Outcome outcome = open(format, Files.createDirectory(outside.resolve("empty")));

        assertThat(outcome.records()).isEmpty();
        assertThat(outcome.receipts()).allMatch(receipt -> receipt.stored() == 0);
    }

    @ParameterizedTest
    @MethodSource("dev.soc2.evidence.importing.Importers#formats")
    void aFileThatIsNotThereIsAnErrorWithAName(String format) {
        Outcome outcome = open(format, outside.resolve("nowhere"));

        assertThat(outcome.records()).isEmpty();
        assertThat(outcome.issues()).isNotEmpty().allSatisfy(HostileCorpusTest::isPlain);
    }
}

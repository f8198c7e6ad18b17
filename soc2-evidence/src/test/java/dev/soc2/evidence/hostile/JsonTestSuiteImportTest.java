package dev.soc2.evidence.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.issue.Issue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JSONTestSuite through the doors: each file as the value of an attribute in a line of evidence, as the value of a field
 * in a row of a foreign export, and as the whole of either.
 */
class JsonTestSuiteImportTest {

    /** The suite lies with the tests of the document reader. */
    private static final Path FILES = Path.of("../soc2-model/src/test/resources/json/test_parsing");

    /** JSON that no attribute holds: there is no attribute without a value, and a field stands once. */
    private static final Set<String> REFUSED_BY_RULE = Set.of(
            "y_array_heterogeneous.json",
            "y_array_null.json",
            "y_array_with_several_null.json",
            "y_structure_lonely_null.json",
            "y_object_duplicated_key.json",
            "y_object_duplicated_key_and_value.json");

    /** Two values behind each other, which is how exports are often written; neither is a row. */
    private static final String TWO_VALUES = "n_structure_double_array.json";

    @TempDir
    Path folder;

    static List<Path> good() throws IOException {
        return files("y_");
    }

    static List<Path> bad() throws IOException {
        return files("n_");
    }

    @Test
    void theWholeSuiteIsRead() throws IOException {
        assertThat(good()).hasSize(95);
        assertThat(bad()).hasSize(94);
    }

    @ParameterizedTest
    @MethodSource("good")
    void aLineOfEvidenceHoldsWhatIsJson(Path file) throws IOException {
        // A line end between tokens is a blank, and a line of evidence is one line.
        byte[] value = Files.readAllBytes(file);
        for (int i = 0; i < value.length; i++) {
            value[i] = value[i] == '\n' ? (byte) ' ' : value[i];
        }

        Outcome outcome = open(Doors.jsonl(), line(value));

        if (REFUSED_BY_RULE.contains(file.getFileName().toString())) {
            assertThat(outcome.records()).isEmpty();
            assertThat(outcome.codes()).isSubsetOf("SOC2-D006", "SOC2-D022").hasSize(1);
        } else {
            assertThat(outcome.issues()).isEmpty();
            assertThat(outcome.ids()).containsExactly("1");
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aLineOfEvidenceHoldsNothingElse(Path file) throws IOException {
        Outcome outcome = open(Doors.jsonl(), line(Files.readAllBytes(file)));

        assertThat(outcome.records()).isEmpty();
        assertThat(outcome.codes()).isNotEmpty().allMatch(code -> code.matches("SOC2-(D00[1-5]|D022|E005)"));
    }

    @ParameterizedTest
    @MethodSource({"good", "bad"})
    void noFileOfTheSuiteIsEvidenceByItself(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean isBlank = new String(bytes, StandardCharsets.UTF_8).isBlank();

        for (Door door : List.of(Doors.jsonl(), Doors.files(), Doors.gitLog())) {
            Outcome outcome = open(door, bytes);

            assertThat(outcome.records()).isEmpty();
            assertThat(outcome.issues().isEmpty()).isEqualTo(isBlank);
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void aRowOfAnExportHoldsWhatIsJson(Path file) throws IOException {
        Outcome outcome = open(Doors.jsonRows(), row(Files.readAllBytes(file)));

        if (file.getFileName().toString().startsWith("y_object_duplicated_key")) {
            assertThat(outcome.codes()).containsExactly("SOC2-D006");
            assertThat(outcome.records()).isEmpty();
        } else {
            assertThat(outcome.issues()).isEmpty();
            assertThat(outcome.ids()).containsExactly("1");
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aRowOfAnExportHoldsNothingElse(Path file) throws IOException {
        Outcome outcome = open(Doors.jsonRows(), row(Files.readAllBytes(file)));

        assertThat(outcome.issues()).hasSize(1);
        assertThat(outcome.codes()).allMatch(code -> code.matches("SOC2-(D00[1-5]|E028|E005)"));
        assertThat(outcome.issues().get(0).location().line()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aWholeExportThatIsNoJsonIsRefused(Path file) throws IOException {
        Outcome outcome = open(Doors.jsonRows(), Files.readAllBytes(file));

        assertThat(outcome.records()).isEmpty();
        if (file.getFileName().toString().equals(TWO_VALUES)) {
            assertThat(outcome.issues()).isEmpty();
        } else {
            assertThat(outcome.issues()).extracting(Issue::code).isNotEmpty();
        }
    }

    private Outcome open(Door door, byte[] bytes) throws IOException {
        return door.open(Files.write(folder.resolve("a.jsonl"), bytes));
    }

    private static byte[] line(byte[] value) {
        return joined(
                "{\"id\":\"1\",\"type\":\"a.b\",\"subject\":\"s\",\"occurredAt\":\"2025-01-01T00:00:00Z\","
                        + "\"source\":\"x\",\"attributes\":{\"v\":",
                value,
                "}}\n");
    }

    private static byte[] row(byte[] value) {
        return joined("{\"Records\":[{\"id\":\"1\",\"v\":", value, "}]}");
    }

    private static byte[] joined(String before, byte[] value, String after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(value);
        bytes.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}

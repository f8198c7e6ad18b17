package dev.soc2.model.document.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JSONTestSuite: what must be accepted, what must be refused, and what we decided where RFC 8259 leaves it open. */
class JsonTestSuiteTest {

    private static final Path FILES = Path.of("src/test/resources/json/test_parsing");

    @Test
    void theSuiteIsThere() throws IOException {
        assertThat(files("y_")).hasSize(95);
        assertThat(files("n_")).hasSize(94);
    }

    @ParameterizedTest
    @MethodSource("mustBeAccepted")
    void acceptsWhatIsJsonExceptFieldsThatStandTwice(Path file) throws IOException {
        List<Issue> issues = read(Files.readAllBytes(file));

        if (file.getFileName().toString().startsWith("y_object_duplicated_key")) {
            assertThat(issues).extracting(Issue::code).containsExactly("SOC2-D006");
        } else {
            assertThat(issues).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("mustBeRefused")
    void refusesWhatIsNotJsonWithOneFaultAndItsPlace(Path file) throws IOException {
        List<Issue> issues = read(Files.readAllBytes(file));

        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).code()).matches("SOC2-D00[1-5]");
        assertThat(issues.get(0).location().line()).isPositive();
        assertThat(issues.get(0).location().column()).isPositive();
    }

    /**
     * RFC 8259 leaves these to the reader; the suite calls them i_. Numbers: exact up to an exponent of 400 and 100
     * characters. Texts: whole characters in strict UTF-8, nothing else. Depth: 64.
     */
    static Stream<Arguments> leftToTheReader() {
        return Stream.of(
                open("exponent that a double cannot hold", "[0.4e00669999999999999]", "SOC2-D008"),
                open("exponent far below zero", "[123.456e-789]", "SOC2-D008"),
                open("huge exponent of an integer", "[-1e+9999]", "SOC2-D008"),
                open("exponent over that of a double, within 400", "[1.5e+399]", ""),
                open("underflow of a double, within 400", "[123e-400]", ""),
                open("integer beyond 64 bits", "[100000000000000000000]", ""),
                open("negative integer beyond 64 bits", "[-237462374673276894279832749832423479823246327846]", ""),
                open("number of 101 characters", "[" + "1".repeat(101) + "]", "SOC2-D008"),
                open("second surrogate alone in a name", "{\"\\uDFAA\":0}", "SOC2-D007"),
                open("first surrogate alone", "[\"\\uDADA\"]", "SOC2-D007"),
                open("first surrogate, then a character", "[\"\\uD888\\u1234\"]", "SOC2-D007"),
                open("first surrogate, then an escape", "[\"\\uD800\\n\"]", "SOC2-D007"),
                open("two first surrogates", "[\"\\uD800\\uD800\\n\"]", "SOC2-D007"),
                open("first surrogate, then a letter", "[\"\\ud800abc\"]", "SOC2-D007"),
                open("surrogates the wrong way round", "[\"\\uDd1e\\uD834\"]", "SOC2-D007"),
                open("second surrogate alone", "[\"\\uDFAA\"]", "SOC2-D007"),
                bytes("UTF-16, little end first, with a mark", "\uFEFF[\"x\"]", StandardCharsets.UTF_16LE),
                bytes("UTF-16, little end first, without a mark", "[\"x\"]", StandardCharsets.UTF_16LE),
                bytes("UTF-16, big end first, without a mark", "[\"x\"]", StandardCharsets.UTF_16BE),
                bytes("UTF-32", "[\"x\"]", Charset.forName("UTF-32BE")),
                bytes("a byte order mark before UTF-8", "\uFEFF{}", StandardCharsets.UTF_8),
                bytes("Latin 1", "[\"\u00E9\"]", StandardCharsets.ISO_8859_1),
                hex("a byte that no character has", "5B22FF225D"),
                hex("a surrogate in UTF-8", "5B22EDA080225D"),
                hex("a continuation byte alone", "5B2281225D"),
                hex("a character behind U+10FFFF", "5B22F4BFBFBF225D"),
                hex("a slash in two bytes", "5B22C0AF225D"),
                hex("six bytes for one character", "5B22FC83BFBFBFBF225D"),
                hex("six bytes for NUL", "5B22FC8080808080225D"),
                hex("a character cut off", "5B22E0FF225D"),
                open("64 lists in each other", "[".repeat(64) + "]".repeat(64), ""),
                open("500 lists in each other", "[".repeat(500) + "]".repeat(500), "SOC2-D005"),
                open("100,000 lists in each other", "[".repeat(100_000), "SOC2-D005"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("leftToTheReader")
    void decidesWhatTheStandardLeavesOpen(String name, byte[] document, String code) {
        List<Issue> issues = read(document);

        assertThat(issues).extracting(Issue::code).containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
        assertThat(issues).allSatisfy(issue -> assertThat(issue.location().line()).isPositive());
    }

    static List<Path> mustBeAccepted() throws IOException {
        return files("y_");
    }

    static List<Path> mustBeRefused() throws IOException {
        return files("n_");
    }

    private static List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix)).sorted().toList();
        }
    }

    private static List<Issue> read(byte[] document) {
        return Reading.jsonFaults(document, Reading.LIMITS);
    }

    private static Arguments open(String name, String document, String code) {
        return Arguments.of(name, document.getBytes(StandardCharsets.UTF_8), code);
    }

    private static Arguments bytes(String name, String document, Charset charset) {
        return Arguments.of(name, document.getBytes(charset), "SOC2-D002");
    }

    private static Arguments hex(String name, String hex) {
        return Arguments.of(name, java.util.HexFormat.of().parseHex(hex), "SOC2-D002");
    }
}

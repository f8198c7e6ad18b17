package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.issue.Issue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvMappingTest {

    private static final String GOOD = "type: a.b\nid: ID\nsubject: ID\noccurredAt: When\n";

    @TempDir
    Path temporary;

    private static List<Issue> faults(String yaml) {
        return catchThrowableOfType(ImportException.class, () -> Folder.mapping(yaml))
                .issues();
    }

    @Test
    void everyFaultOfAMappingIsToldAtOnceWithItsPlace() {
        List<Issue> issues = faults("""
                skipLines: -1
                delimeter: ";"
                charset: UTF-16
                type: Bad Type
                subject: {column: A, constant: b}
                occurredAt: {column: When, format: dd/MM/yyyy}
                observedAt: {column: Seen, format: dd/MM/uuuu}
                attributes: {a: {column: A, type: money}, b: {}}
                """);

        assertThat(issues)
                .extracting(issue -> issue.location().line() + " " + issue.code())
                .containsExactly(
                        "1 SOC2-E030", // skipLines
                        "2 SOC2-D021", // delimeter
                        "3 SOC2-D023", // charset
                        "4 SOC2-E030", // type
                        "5 SOC2-E030", // subject
                        "6 SOC2-D023", // yyyy
                        "7 SOC2-E030", // no zone
                        "7 SOC2-E030", // no time of day
                        "8 SOC2-D024", // money
                        "8 SOC2-D020"); // column is missing
        assertThat(issues.get(1).fix()).isEqualTo("use 'delimiter'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: a.b | type:",
                "subject: ID | actor: ID",
                "occurredAt: When | 'occurredAt: {column: When, at: 25:00}'",
                "occurredAt: When | 'occurredAt: {column: When, zone: Mars/Base}'",
                "occurredAt: When | 'occurredAt: {column: When, format: \"bb\"}'",
                "occurredAt: When | 'occurredAt: {constant: 2025-01-01}'",
                "type: a.b | 'type: {column: T, values: {A: Not A Type}}'",
                "id: ID | 'id: [{constant: \" \"}]'",
                "id: ID | 'delimiter: \"ab\"'",
                "id: ID | 'quote: \",\"'",
                "id: ID | 'delimiter: \"\u00e9\"'",
                "id: ID | 'header: maybe'",
                "id: ID | 'attributes: {a: {constant: {b: 1}}}'",
                "id: ID | 'attributes: {a: {column: A, type: int, separator: x}}'",
            })
    void aMappingWithAFaultIsRefused(String good, String bad) {
        assertThat(faults(GOOD.replace(good, bad))).isNotEmpty();
    }

    @Test
    void aMappingIsReadFromAFileInEitherFormat() throws Exception {
        Path yaml = Files.writeString(temporary.resolve("m.yaml"), GOOD);
        Path json = Files.writeString(
                temporary.resolve("m.json"),
                "{\"type\":\"a.b\",\"id\":[\"ID\",{\"constant\":\"x\"}],\"subject\":\"ID\",\"occurredAt\":\"When\"}");

        assertThat(CsvMapping.read(yaml)).isNotNull();
        assertThat(CsvMapping.read(json)).isNotNull();
        assertThatThrownBy(() -> CsvMapping.read(temporary.resolve("none.yaml")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("SOC2-E001");
    }
}

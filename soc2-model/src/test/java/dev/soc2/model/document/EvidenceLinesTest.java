package dev.soc2.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Location;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical line of a record, written out by hand. */
class EvidenceLinesTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    private static EvidenceBuilder record() {
        return Evidence.of("1", "a.b", "s", NOON, "x");
    }

    private static String line(EvidenceBuilder builder) {
        return new String(EvidenceLines.write(builder.build()), StandardCharsets.UTF_8);
    }

    @Test
    void theSmallestRecordHasItsFiveFields() {
        assertThat(line(record()))
                .isEqualTo("{\"id\":\"1\",\"type\":\"a.b\",\"subject\":\"s\",\"occurredAt\":\"2025-03-01T12:00:00Z\","
                        + "\"source\":\"x\"}");
    }

    @Test
    void fieldsStandInAFixedOrderAndAttributesByName() {
        EvidenceBuilder builder = record().supersedes("0")
                .attachment(new Attachment("f.txt", "text/plain", 3, "ab".repeat(32)))
                .with("b", AttributeValue.of(true))
                .with("a", AttributeValue.of(Map.of("y", AttributeValue.of(2), "x", AttributeValue.of("1"))))
                .with("B", AttributeValue.texts(List.of("q", "p")))
                .actor("ann")
                .recordedAt(NOON.plusSeconds(2))
                .observedAt(NOON.plusSeconds(1));

        assertThat(line(builder))
                .isEqualTo("{\"id\":\"1\",\"type\":\"a.b\",\"subject\":\"s\",\"occurredAt\":\"2025-03-01T12:00:00Z\","
                        + "\"observedAt\":\"2025-03-01T12:00:01Z\",\"recordedAt\":\"2025-03-01T12:00:02Z\","
                        + "\"source\":\"x\",\"actor\":\"ann\","
                        + "\"attributes\":{\"B\":[\"q\",\"p\"],\"a\":{\"x\":\"1\",\"y\":2},\"b\":true},"
                        + "\"attachments\":[{\"name\":\"f.txt\",\"mediaType\":\"text/plain\",\"size\":3,\"sha256\":\""
                        + "ab".repeat(32) + "\"}],\"supersedes\":\"0\"}");
    }

    @Test
    void aTimeThatEqualsItsDefaultIsLeftOut() {
        assertThat(line(record().observedAt(NOON).recordedAt(NOON))).isEqualTo(line(record()));
        // Recorded when it occurred, but observed later: both differ from their defaults.
        assertThat(line(record().observedAt(NOON.plusSeconds(1)).recordedAt(NOON)))
                .contains("\"observedAt\":\"2025-03-01T12:00:01Z\",\"recordedAt\":\"2025-03-01T12:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "1e0, 1",
        "10e-1, 1",
        "100, 100",
        "1e2, 100",
        "0, 0",
        "0.00, 0",
        "-0, 0",
        "0e9, 0",
        "-1.50, -1.5",
        "0.0010, 0.001",
        "1e-3, 0.001",
        "123456789012345678901234567890, 123456789012345678901234567890"
    })
    void equalNumbersHaveEqualBytes(String written, String plain) {
        assertThat(line(record().with("n", AttributeValue.of(new BigDecimal(written)))))
                .endsWith("\"attributes\":{\"n\":" + plain + "}}");
    }

    @Test
    void onlyWhatMustBeEscapedIs() {
        String text = "\" \\ / \b\f\n\r\t \u0000\u001f\u007f é \u2028 😀 </script>";

        assertThat(line(record().with("t", AttributeValue.of(text))))
                .endsWith("{\"t\":\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u0000\\u001f\u007f é \u2028 😀 </script>\"}}");
    }

    @Test
    void halfASurrogatePairIsEscapedSoThatTheBytesAreUtf8() {
        assertThat(line(record().with("t", AttributeValue.of("\ud83d|\ude00|\ude00\ud83d"))))
                .endsWith("{\"t\":\"\\ud83d|\\ude00|\\ude00\\ud83d\"}}");
    }

    @Test
    void charactersOutsideAsciiAreTheirUtf8Bytes() {
        byte[] line =
                EvidenceLines.write(Evidence.of("é", "a.b", "s", NOON, "x").build());

        // {"id":" is seven bytes; é is C3 A9.
        assertThat(line[7]).isEqualTo((byte) 0xc3);
        assertThat(line[8]).isEqualTo((byte) 0xa9);
    }

    @Test
    void fractionsOfASecondAreKept() {
        Instant time = Instant.parse("2025-03-01T12:00:00.120Z");

        assertThat(line(Evidence.of("1", "a.b", "s", time, "x")))
                .contains("\"occurredAt\":\"2025-03-01T12:00:00.120Z\"");
    }

    @Test
    void theDigestIsThatOfTheLineAndLeavesProvenanceOut() {
        // printf '{"id":"1","type":"a.b","subject":"s","occurredAt":"2025-03-01T12:00:00Z","source":"x"}' | sha256sum
        String expected = "247044e1dd4f0bc4c5286518456cd42d80885f749eecf5e8969140dd2475d775";

        assertThat(EvidenceLines.sha256(record().build())).isEqualTo(expected);
        assertThat(EvidenceLines.sha256(
                        record().provenance(new Provenance(Location.of("f", 1, 0), "0".repeat(64), "JSONL"))
                                .build()))
                .isEqualTo(expected);
    }
}

package dev.soc2.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceLineReaderTest {

    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final EvidenceLineReader READER = new EvidenceLineReader("okta.jsonl", "JSONL");

    private static EvidenceLine read(String line) {
        return READER.read(7, line.getBytes(StandardCharsets.UTF_8));
    }

    private static Evidence accepted(String line) {
        return read(line).match(evidence -> evidence, issues -> {
            throw new AssertionError(issues.toString());
        });
    }

    private static List<Issue> refused(String line) {
        return read(line)
                .match(
                        evidence -> {
                            throw new AssertionError("accepted " + evidence.id());
                        },
                        issues -> issues);
    }

    /** A record with one more field, written behind the required ones. */
    private static String with(String field) {
        return "{\"id\":\"1\",\"type\":\"a.b\",\"subject\":\"s\",\"occurredAt\":\"2025-03-01T09:30:00Z\",\"source\":\"okta\","
                + field + "}";
    }

    @Test
    void everyFieldOfTheFormatIsRead() {
        // The example of the file format, completed with recordedAt.
        String line = "{\"id\":\"okta-00u1x9-2025-03-01\",\"type\":\"iam.account.disabled\",\"subject\":\"u1042\","
                + "\"occurredAt\":\"2025-03-01T10:30:00+01:00\",\"observedAt\":\"2025-03-02T00:00:00Z\","
                + "\"recordedAt\":\"2025-03-03T00:00:00Z\",\"source\":\"okta\",\"actor\":\"it.bot\","
                + "\"attributes\":{\"system\":\"prod\",\"age\":41,\"rate\":99.90,\"mfa\":true,\"tags\":[\"a\",1],"
                + "\"nested\":{\"b\":false}},"
                + "\"attachments\":[{\"name\":\"event.json\",\"mediaType\":\"application/json\",\"size\":812,\"sha256\":\""
                + DIGEST + "\"}],\"supersedes\":\"okta-1\"}";

        Evidence evidence = accepted(line);

        Evidence expected = Evidence.of(
                        "okta-00u1x9-2025-03-01",
                        "iam.account.disabled",
                        "u1042",
                        Instant.parse("2025-03-01T09:30:00Z"),
                        "okta")
                .observedAt(Instant.parse("2025-03-02T00:00:00Z"))
                .recordedAt(Instant.parse("2025-03-03T00:00:00Z"))
                .actor("it.bot")
                .with("system", "prod")
                .with("age", 41)
                .with("rate", new BigDecimal("99.9"))
                .with("mfa", true)
                .with("tags", AttributeValue.of(List.of(AttributeValue.of("a"), AttributeValue.of(1))))
                .with("nested", AttributeValue.of(Map.of("b", AttributeValue.of(false))))
                .attachment(new Attachment("event.json", "application/json", 812, DIGEST))
                .supersedes("okta-1")
                .build();
        assertThat(evidence).isEqualTo(expected);
    }

    @Test
    void provenanceNamesTheLineAndTheDigestOfItsBytes() {
        byte[] buffer = ("xx" + with("\"actor\":\"a\"") + "\r\nyy").getBytes(StandardCharsets.UTF_8);
        int to = buffer.length - 4;

        EvidenceLine line = READER.read(12, buffer, 2, to);

        var provenance = line.match(Evidence::provenance, issues -> Optional.<Provenance>empty())
                .orElseThrow();
        assertThat(provenance.origin()).isEqualTo(Location.of("okta.jsonl", 12, 0));
        assertThat(provenance.importer()).isEqualTo("JSONL");
        assertThat(provenance.sha256()).isEqualTo(Sha256.hex(Arrays.copyOfRange(buffer, 2, to)));
    }

    @Test
    void timesThatAreLeftOutFollowFromTheOthers() {
        Evidence evidence = accepted(with("\"observedAt\":\"2025-03-02T00:00:00Z\""));

        assertThat(evidence.recordedAt()).isEqualTo(Instant.parse("2025-03-02T00:00:00Z"));
    }

    @Test
    void allFaultsOfALineAreToldAtOnceAndNothingOfItIsQuoted() {
        String line = "{\"id\":\"\",\"type\":\"Bad Type\",\"subject\":7,\"occurredAt\":\"2025-03-01T09:30:00\","
                + "\"colour\":\"secret\",\"actor\":null,\"attributes\":{\"a\":null,\"b\":{\"c\":[null]}}}";

        List<Issue> issues = refused(line);

        assertThat(issues)
                .extracting(Issue::code)
                .containsExactlyInAnyOrder(
                        "SOC2-D026", // id is blank
                        "SOC2-D026", // type
                        "SOC2-D022", // subject is a number
                        "SOC2-D023", // no offset
                        "SOC2-D020", // source is missing
                        "SOC2-D021", // colour
                        "SOC2-D022", // actor null
                        "SOC2-D022", // attributes.a null
                        "SOC2-D022"); // attributes.b.c[0] null
        assertThat(issues).allSatisfy(issue -> {
            assertThat(issue.location().line()).isEqualTo(7);
            assertThat(issue.render()).doesNotContain("secret").doesNotContain("Bad Type");
        });
        assertThat(issues).isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"observedAt\":\"2025-03-01\" | SOC2-D023",
                "\"observedAt\":\"2250-01-01T00:00:00Z\" | SOC2-D026",
                "\"observedAt\":\"1699-12-31T23:59:59Z\" | SOC2-D026",
                "\"recordedAt\":1740821400 | SOC2-D022",
                "\"actor\":\" \" | SOC2-D026",
                "\"supersedes\":\"1\" | SOC2-D026",
                "\"attributes\":[] | SOC2-D022",
                "\"attachments\":{} | SOC2-D022",
                "\"attachments\":[{\"name\":\"a\"}] | SOC2-D020",
                "\"id\":\"2\" | SOC2-D006",
                "\"attributes\":{\"a\":1,\"a\":2} | SOC2-D006",
                "\"attributes\":{\"a\":1e999999999} | SOC2-D008",
                "\"attributes\":{\"a\":\"\\ud800\"} | SOC2-D007",
                "\"Actor\":\"a\" | SOC2-D021",
            })
    void oneFaultIsToldByItsCode(String field, String code) {
        assertThat(refused(with(field))).extracting(Issue::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'','mediaType':'m','size':1,'sha256':'D'}",
                "{'name':'a','mediaType':'m','size':-1,'sha256':'D'}",
                "{'name':'a','mediaType':'m','size':1,'sha256':'abc'}",
                "{'name':'a\\u0000b','mediaType':'m','size':1,'sha256':'D'}",
            },
            quoteCharacter = '`')
    void anAttachmentThatCannotBeIsRefused(String attachment) {
        String json = attachment.replace('\'', '"').replace("\"D\"", "\"" + DIGEST + "\"");

        assertThat(refused(with("\"attachments\":[" + json + "]")))
                .extracting(Issue::code)
                .containsExactly("SOC2-D026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{\"id\":",
                "{}{}",
                "{} x",
                "{'id':1}",
                "\u0000",
                "PK\u0003\u0004",
                "{\"id\":\"a\u0000\"}"
            })
    void whatIsNoRecordIsRefused(String line) {
        assertThat(refused(line)).isNotEmpty();
    }

    @Test
    void deepNestingIsRefusedAndTheDepthThatIsAllowedIsRead() {
        // The record and its attributes are two of the 64 levels.
        String most = "[".repeat(62) + "]".repeat(62);
        String more = "[".repeat(63) + "]".repeat(63);
        String bomb = "[".repeat(200_000);

        assertThat(accepted(with("\"attributes\":{\"a\":" + most + "}")).attribute("a"))
                .isPresent();
        assertThat(refused(with("\"attributes\":{\"a\":" + more + "}")))
                .extracting(Issue::code)
                .containsExactly("SOC2-D005");
        assertThat(refused(with("\"attributes\":{\"a\":" + bomb + "}")))
                .extracting(Issue::code)
                .containsExactly("SOC2-D005");
    }

    @Test
    void theLongestLineIsReadAndOneByteMoreIsRefused() {
        int frame = with("\"attributes\":{\"a\":\"\"}").length();
        String longest = with("\"attributes\":{\"a\":\"" + "x".repeat(EvidenceLineReader.LONGEST_LINE - frame) + "\"}");

        assertThat(accepted(longest).text("a")).isPresent();
        assertThat(refused(longest + " ")).extracting(Issue::code).containsExactly("SOC2-D005");
    }

    @Test
    void controlCharactersInEvidenceAreData() {
        Evidence evidence = accepted(with("\"attributes\":{\"a\":\"\\u0000\\u001b[31m\\t\"}"));

        assertThat(evidence.text("a")).contains("\u0000\u001b[31m\t");
    }
}

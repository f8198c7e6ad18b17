package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.model.evidence.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentStatementTest {

    /** SHA-256 of nothing. */
    private static final String DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String COLLECTED = "https://soc2.example/collected/1";
    private static final SigningKey KEY = SigningKey.ofSeed("collector.example", new byte[32]);
    private static final List<EnvelopeKey> KEYS = List.of(EnvelopeKey.of(KEY.verifierKey()));

    /** The form that the specification of in-toto shows. */
    private static final String JSON =
            "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"a \\\"b\\\"\","
                    + "\"digest\":{\"sha256\":\"" + DIGEST + "\"}}],\"predicateType\":\"" + COLLECTED
                    + "\",\"predicate\":{\"complete\":true,\"count\":3,\"steps\":[\"read\",{}],\"tool\":\"okta\\n\"}}";

    private static ContentStatement statement() {
        return new ContentStatement(
                List.of(new StatementSubject("a \"b\"", DIGEST)),
                COLLECTED,
                Map.of(
                        "tool",
                        AttributeValue.of("okta\n"),
                        "count",
                        AttributeValue.of(3),
                        "complete",
                        AttributeValue.of(true),
                        "steps",
                        AttributeValue.of(List.of(AttributeValue.of("read"), AttributeValue.of(Map.of())))));
    }

    @Test
    void aStatementIsWrittenInAFixedOrder() {
        assertThat(statement().bytes()).asString(StandardCharsets.UTF_8).isEqualTo(JSON);
    }

    @Test
    void whatIsSignedIsReadAgain() {
        Envelope envelope =
                Envelope.read("envelope", statement().sign(List.of(KEY)).bytes());

        ContentStatement read = ContentStatement.verify("envelope", envelope, COLLECTED, KEYS, 1);

        assertThat(read).isEqualTo(statement());
        assertThatCode(() -> read.requireSubject("content", DIGEST)).doesNotThrowAnyException();
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> read.requireSubject("content", "0".repeat(64)))
                .withMessageContaining("SOC2-E123");
    }

    @Test
    void aStatementOfAnotherTypeIsRefused() {
        Envelope envelope = statement().sign(List.of(KEY));

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> ContentStatement.verify("envelope", envelope, "https://other.example", KEYS, 1))
                .withMessageContaining("SOC2-E121");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Statement/v1 | Statement/v0.1 | SOC2-E121",
                "e3b0c442 | E3B0C442 | SOC2-E121",
                "e3b0c442 | e3b0 | SOC2-E121",
                "sha256 | sha1 | SOC2-D020",
                "_type | type | SOC2-D020",
                "\"read\" | null | SOC2-D022"
            })
    void anythingElseIsRefusedEvenWhenItIsSigned(String good, String bad, String code) {
        byte[] payload = JSON.replace(good, bad).getBytes(StandardCharsets.UTF_8);
        Envelope envelope = Envelope.sign(ContentStatement.PAYLOAD_TYPE, payload, List.of(KEY));

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> ContentStatement.verify("envelope", envelope, COLLECTED, KEYS, 1))
                .withMessageContaining(code);
    }

    @Test
    void aStatementSpeaksOfSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ContentStatement(List.of(), COLLECTED, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatementSubject("a", "abc"));
    }
}

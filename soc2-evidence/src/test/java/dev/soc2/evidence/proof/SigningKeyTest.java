package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.evidence.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    private static final String NAME = "evidence.example/ledger";

    @Test
    void theKeyThatPythonWroteIsReadAndWrittenTheSameWay() {
        SigningKey key = SigningKey.ofPem(NAME, "log.pem", text("log-of-three/log.pem"));

        assertThat(key.verifierKey().text() + "\n").isEqualTo(text("log-of-three/log.vkey"));
        assertThat(key.toPem()).isEqualTo(text("log-of-three/log.pem"));
        assertThat(SigningKey.ofSeed(NAME, counted()).toPem()).isEqualTo(key.toPem());
    }

    @Test
    void aNewKeyIsDrawnFromTheRandomnessThatIsHandedIn() {
        SigningKey key = SigningKey.generate(NAME, new FixedSecureRandom(counted()));

        assertThat(key.verifierKey().text() + "\n").isEqualTo(text("log-of-three/log.vkey"));
        byte[] message = "hi".getBytes(StandardCharsets.US_ASCII);
        assertThat(key.verifierKey().verifies(message, key.sign(message))).isTrue();
    }

    @Test
    void nothingShowsTheSecret() {
        SigningKey key = SigningKey.ofSeed(NAME, counted());

        assertThat(key).hasToString("signing key evidence.example/ledger+18ca2fef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4=\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n-----END PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMC4C\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\n*\n-----END PRIVATE KEY-----\n"
            })
    void anyOtherPemIsRefusedAndNotRepeated(String pem) {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> SigningKey.ofPem(NAME, "key.pem", pem))
                .withMessageContaining("SOC2-E101")
                .withMessageNotContaining("MC4C");
    }

    @Test
    void aSeedHas32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofSeed(NAME, new byte[31]));
    }

    private static byte[] counted() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        return seed;
    }

    private static String text(String path) {
        return new String(Vectors.bytes(path), StandardCharsets.UTF_8);
    }
}

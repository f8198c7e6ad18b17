package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What golang.org/x/mod/sumdb/note demands of keys, and some more. */
class VerifierKeyTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void aKeyIsReadAndWrittenAsItIs() {
        VerifierKey key = VerifierKey.parse("peter.vkey", PETER);

        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.id()).isEqualTo("c74f20a3");
        assertThat(key.kind()).isEqualTo(VerifierKey.Kind.NOTE);
        assertThat(key.text()).isEqualTo(PETER);
        assertThat(key).hasToString("PeterNeumann+c74f20a3").isEqualTo(VerifierKey.parse("again", PETER + "\n"));
        assertThat(VerifierKey.of("PeterNeumann", VerifierKey.Kind.NOTE, key.bytes()))
                .isEqualTo(key);
    }

    @Test
    void everySubstringIsRefused() {
        for (int from = 0; from <= PETER.length(); from++) {
            for (int to = from; to <= PETER.length(); to++) {
                if (to - from < PETER.length()) {
                    refused(PETER.substring(from, to));
                }
            }
        }
    }

    @Test
    void everyChangedByteIsRefused() {
        byte[] bytes = PETER.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i]++;
            refused(new String(bytes, StandardCharsets.US_ASCII));
            bytes[i]--;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Too long a key, with an id that fits; published by golang/mod.
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                // An unknown kind, with an id that fits; published by golang/mod.
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n\n",
                " PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq_LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                ""
            })
    void anythingElseIsRefused(String text) {
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\tb", "a\u00a0b", "a\u2003b", "a\u0085b", "a\u0001b", "a\ud800b"})
    void aNameHasNoSpacesControlsOrPlus(String name) {
        byte[] key = VerifierKey.parse("peter.vkey", PETER).bytes();

        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.of(name, VerifierKey.Kind.NOTE, key));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofSeed(name, new byte[32]));
    }

    private static void refused(String text) {
        assertThatExceptionOfType(ProofException.class)
                .as(text)
                .isThrownBy(() -> VerifierKey.parse("x.vkey", text))
                .withMessageContaining("SOC2-E101");
    }
}

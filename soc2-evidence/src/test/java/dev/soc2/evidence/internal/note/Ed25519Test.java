package dev.soc2.evidence.internal.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.vectors.Vectors;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.Node;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of RFC 8032, section 7.1. */
class Ed25519Test {

    private static final String FILE = "ed25519/rfc8032.json";

    @ParameterizedTest
    @MethodSource("vectors")
    void keysAndSignaturesAreThoseOfTheRfc(Node vector) {
        byte[] seed = hex(vector, "secret");
        byte[] message = hex(vector, "msgHex");
        byte[] signature = hex(vector, "sigHex");
        byte[] publicKey = hex(vector, "public");

        assertThat(Ed25519.publicBytes(seed)).isEqualTo(publicKey);
        assertThat(Ed25519.sign(Ed25519.privateKey(seed), message)).isEqualTo(signature);
        assertThat(Ed25519.verifies(Ed25519.publicKey(publicKey).orElseThrow(), message, signature))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void noChangedBitOfASignatureVerifies(Node vector) {
        byte[] message = hex(vector, "msgHex");
        byte[] signature = hex(vector, "sigHex");
        var key = Ed25519.publicKey(hex(vector, "public")).orElseThrow();

        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(Ed25519.verifies(key, message, changed)).as("bit " + bit).isFalse();
        }
    }

    @Test
    void whatIsNoPointOfTheCurveIsNoKey() {
        // y = 2 leads to x^2 = 3 / (4d + 1), which is no square.
        byte[] two = new byte[32];
        two[0] = 2;

        assertThat(Ed25519.publicKey(two)).isEmpty();
        assertThat(Ed25519.publicKey(new byte[31])).isEmpty();
        assertThat(Ed25519.publicKey(new byte[33])).isEmpty();
    }

    static List<Node> vectors() {
        Node all = Documents.readJson(FILE, Vectors.bytes(FILE), DocumentLimits.forDocuments());
        return ((ListNode) all).items();
    }

    private static byte[] hex(Node vector, String field) {
        return HexFormat.of().parseHex(Vectors.text(vector, field));
    }
}

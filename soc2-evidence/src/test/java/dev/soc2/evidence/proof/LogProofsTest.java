package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.evidence.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs that a few lines of Python made of a log of three entries: one, two and three. */
class LogProofsTest {

    private static final byte[] TWO = "two\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROOF = Vectors.bytes("log-of-three/two.tlog-proof");
    private static final byte[] GROWN = Vectors.bytes("log-of-three/grown-2-3");
    private static final List<VerifierKey> KEYS = List.of(
            VerifierKey.parse("log.vkey", new String(Vectors.bytes("log-of-three/log.vkey"), StandardCharsets.UTF_8)));
    private static final SignedNote AT_TWO =
            SignedNote.read("checkpoint-2", Vectors.bytes("log-of-three/checkpoint-2"));

    @Test
    void theSecondEntryStandsInTheLog() {
        InclusionProof proof = InclusionProof.read("two.tlog-proof", PROOF);

        assertThat(proof.verify("two.tlog-proof", TWO, KEYS).size()).isEqualTo(3);
        assertThat(proof.index()).isEqualTo(1);
        assertThat(proof.bytes()).isEqualTo(PROOF);
    }

    @Test
    void anotherEntryDoesNot() {
        InclusionProof proof = InclusionProof.read("two.tlog-proof", PROOF);

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> proof.verify("two.tlog-proof", new byte[] {'t', 'w', 'o'}, KEYS))
                .withMessageContaining("SOC2-E107");
    }

    @Test
    void everyChangedByteOfAProofIsFound() {
        // Not covered is the line of the witness, whom nobody here knows: it may name any other.
        int covered = PROOF.length - witnessLine().length;
        assertThat(covered).isGreaterThan(300);
        for (int i = 0; i < covered; i++) {
            byte[] changed = PROOF.clone();
            changed[i] ^= 1;
            assertThat(verifies(changed)).as("byte " + i).isFalse();
        }
    }

    @Test
    void extraDataIsKeptAndProvesNothing() {
        String text = new String(PROOF, StandardCharsets.UTF_8).replace("index", "extra AQID\nindex");

        InclusionProof proof = InclusionProof.read("two.tlog-proof", text.getBytes(StandardCharsets.UTF_8));

        assertThat(proof.extra()).isEqualTo(Optional.of("AQID"));
        assertThat(proof).hasToString(text);
        assertThat(proof.verify("two.tlog-proof", TWO, KEYS).size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "tlog-proof@v1, tlog-proof@v2",
        "index 1, index 01",
        "index 1, index -1",
        "index 1, index",
        "index 1, indx 1",
        "index 1, index 9223372036854775808",
        "index 1, extra !\\nindex 1",
        "index 1, index 1\\nindex 1",
        "lD5e, lD5",
        "lD5e, xlD5e",
    })
    void anyOtherFormIsRefused(String good, String bad) {
        String text = new String(PROOF, StandardCharsets.UTF_8).replace(good, bad.replace("\\n", "\n"));

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> InclusionProof.read("two.tlog-proof", text.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("SOC2-E106");
    }

    @Test
    void aPathLongerThanAnyTreeIsHighIsRefused() {
        String hash = "A".repeat(43) + "=\n";
        String text = new String(PROOF, StandardCharsets.UTF_8).replace("index 1\n", "index 1\n" + hash.repeat(65));

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> InclusionProof.read("two.tlog-proof", text.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("SOC2-E106");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InclusionProof.of(0, Collections.nCopies(65, "0".repeat(64)), AT_TWO));
    }

    @Test
    void theLogOnlyGrew() {
        ConsistencyProof proof = ConsistencyProof.read("grown", GROWN);

        assertThat(proof.verify("grown", AT_TWO, KEYS).size()).isEqualTo(3);
        assertThat(proof.bytes()).isEqualTo(GROWN);
    }

    @Test
    void aLogShorterThanAHeldCheckpointIsNamed() {
        SignedNote three = ConsistencyProof.read("grown", GROWN).checkpoint();
        ConsistencyProof backwards = new ConsistencyProof(3, List.of(), AT_TWO);

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> backwards.verify("grown", three, KEYS))
                .withMessageContaining("SOC2-E108")
                .withMessageContaining("the log has 2 entries and is shorter");
    }

    @Test
    void twoViewsOfOneSizeAreNamed() {
        SigningKey key = SigningKey.ofPem(
                "evidence.example/ledger",
                "log.pem",
                new String(Vectors.bytes("log-of-three/log.pem"), StandardCharsets.UTF_8));
        SignedNote other =
                Checkpoint.of("evidence.example/ledger", 2, "0".repeat(64)).sign(List.of(key));

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> new ConsistencyProof(2, List.of(), other).verify("grown", AT_TWO, KEYS))
                .withMessageContaining("two checkpoints of 2 entries name different roots");
    }

    @Test
    void aProofOfGrowthHoldsForItsCheckpointsOnly() {
        ConsistencyProof proof = ConsistencyProof.read("grown", GROWN);

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> new ConsistencyProof(1, proof.hashes(), proof.checkpoint()).verify("x", AT_TWO, KEYS))
                .withMessageContaining("the proof begins at 1 entries");
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> new ConsistencyProof(2, List.of(), proof.checkpoint()).verify("x", AT_TWO, KEYS))
                .withMessageContaining("does not show that the log grew from 2 to 3");
    }

    private static byte[] witnessLine() {
        String text = new String(PROOF, StandardCharsets.UTF_8);
        return text.substring(text.indexOf("\u2014 witness")).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean verifies(byte[] proof) {
        try {
            InclusionProof.read("proof", proof).verify("proof", TWO, KEYS);
            return true;
        } catch (ProofException e) {
            return false;
        }
    }
}

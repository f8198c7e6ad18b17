package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.evidence.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "0".repeat(64);
    private static final String ZERO = "A".repeat(43) + "=";

    /** Named in testdata/build_log.sh of the project. */
    private static final VerifierKey TESSERA = VerifierKey.parse(
            "tessera", "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    @ParameterizedTest
    @ValueSource(strings = {"checkpoints/valid.txt", "checkpoints/valid_multi_sig.txt"})
    void checkpointsOfAnotherLogAreReadToTheirExtensions(String file) {
        SignedNote note = SignedNote.read(file, Vectors.bytes(file));

        Checkpoint checkpoint = Checkpoint.parse(file, note.text());

        assertThat(checkpoint.origin()).isEqualTo("rekor.sigstore.dev - 2605736670972794746");
        assertThat(checkpoint.size()).isEqualTo(37_795_272L);
        assertThat(checkpoint.root())
                .isEqualTo(HexFormat.of()
                        .formatHex(Base64.getDecoder().decode("60ll7idWI1jYRZzxc+jKflYoW+4jWxgZaGR15ASsWt4=")));
        assertThat(checkpoint.extensions()).containsExactly("Timestamp: 1697034484441201852");
        assertThat(checkpoint.text()).isEqualTo(note.text());
        assertThat(note.signatures()).hasSize(file.contains("multi") ? 2 : 1);
        assertThat(note.bytes()).isEqualTo(Vectors.bytes(file));
    }

    @ParameterizedTest
    @MethodSource("tessera")
    void checkpointsOfATesseraLogVerify(String file) {
        SignedNote note = SignedNote.read(file, Vectors.bytes("tessera-log/" + file));

        Checkpoint checkpoint = Checkpoint.verify(file, note, List.of(TESSERA));

        assertThat(checkpoint.origin()).isEqualTo("example.com/log/testdata");
        assertThat(file).endsWith(file.contains(".") ? "." + checkpoint.size() : "checkpoint");
    }

    static List<String> tessera() {
        List<String> files = new ArrayList<>(List.of("checkpoint"));
        IntStream.rangeClosed(0, 15).forEach(size -> files.add("checkpoint." + size));
        return files;
    }

    @Test
    void whatOurKeySignsIsACheckpoint() {
        SigningKey key = SigningKey.ofSeed("evidence.example/ledger", new byte[32]);
        Checkpoint checkpoint = Checkpoint.of("evidence.example/ledger", 0, ROOT);

        SignedNote note =
                SignedNote.read("checkpoint", checkpoint.sign(List.of(key)).bytes());

        assertThat(note.text()).isEqualTo("evidence.example/ledger\n0\n" + ZERO + "\n");
        assertThat(Checkpoint.verify("checkpoint", note, List.of(key.verifierKey())))
                .isEqualTo(checkpoint);
    }

    @Test
    void theKeyOfAnotherLogDoesNotSignForThisOne() {
        SigningKey other = SigningKey.ofSeed("other.example", new byte[32]);
        Checkpoint checkpoint = Checkpoint.of("evidence.example/ledger", 0, ROOT);
        SignedNote forged = SignedNote.sign(checkpoint.text(), List.of(other));

        assertThatIllegalArgumentException().isThrownBy(() -> checkpoint.sign(List.of(other)));
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> Checkpoint.verify("checkpoint", forged, List.of(other.verifierKey())))
                .withMessageContaining("SOC2-E109");
    }

    @Test
    void aWitnessAloneIsNotEnough() {
        VerifierKey witness = VerifierKey.parse(
                "witness", new String(Vectors.bytes("log-of-three/witness.vkey"), StandardCharsets.UTF_8));
        SignedNote note = SignedNote.read("checkpoint", Vectors.bytes("log-of-three/checkpoint-3"));

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> Checkpoint.verify("checkpoint", note, List.of(witness)))
                .withMessageContaining("SOC2-E109");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "log\n1\n",
                "log\n1\nAAAA\n",
                "log\n01\n%s\n",
                "log\n+1\n%s\n",
                "log\n-1\n%s\n",
                "log\n 1\n%s\n",
                "log\n1e3\n%s\n",
                "log\n\u0661\n%s\n",
                "log\n9223372036854775808\n%s\n",
                "log\n\n%s\n",
                "\n1\n%s\n",
                "log\n1\n%s",
                "log\n1\n%s\n\n",
                "log\n1\n%s\n\nmore\n",
                "log\n1\n_%s\n"
            })
    void anyOtherTextIsRefused(String text) {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> Checkpoint.parse("checkpoint", text.replace("%s", ZERO)))
                .withMessageContaining("SOC2-E105");
    }

    @Test
    void aValueThatCouldNotBeWrittenIsNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.of("", 0, ROOT));
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.of("a\nb", 0, ROOT));
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.of("a", -1, ROOT));
        assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.of("a", 0, "00"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", 0, ROOT, List.of("")));
    }
}

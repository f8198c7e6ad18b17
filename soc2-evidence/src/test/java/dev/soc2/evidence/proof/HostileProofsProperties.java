package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.vectors.Vectors;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in is refused with a code or is read to the last byte; nothing else happens. */
class HostileProofsProperties {

    private static final List<VerifierKey> KEYS = List.of(
            VerifierKey.parse("log.vkey", new String(Vectors.bytes("log-of-three/log.vkey"), StandardCharsets.UTF_8)));

    /** Bytes that replace a part of a sound file. */
    record Edit(double at, int removed, List<Byte> inserted) {

        byte[] on(byte[] sound) {
            int from = (int) (at * sound.length);
            int to = Math.min(sound.length, from + removed);
            ByteArrayOutputStream edited = new ByteArrayOutputStream();
            edited.write(sound, 0, from);
            inserted.forEach(edited::write);
            edited.write(sound, to, sound.length - to);
            return edited.toByteArray();
        }
    }

    @Property(tries = 2_000)
    void aNoteIsReadToTheLastByteOrRefused(@ForAll("edits") Edit edit) {
        byte[] bytes = edit.on(Vectors.bytes("log-of-three/checkpoint-3"));

        read(() -> SignedNote.read("note", bytes))
                .ifPresent(note -> assertThat(note.bytes()).isEqualTo(bytes));
    }

    @Property(tries = 2_000)
    void aCheckpointThatVerifiesIsTheOneThatWasSigned(@ForAll("edits") Edit edit) {
        byte[] bytes = edit.on(Vectors.bytes("log-of-three/checkpoint-3"));

        read(() -> Checkpoint.verify("note", SignedNote.read("note", bytes), KEYS))
                .ifPresent(checkpoint -> assertThat(checkpoint.text())
                        .startsWith("evidence.example/ledger\n3\nQ/Kh4Ogp")
                        .hasSize(71));
    }

    @Property(tries = 2_000)
    void aProofIsReadToTheLastByteOrRefused(@ForAll("edits") Edit edit) {
        byte[] inclusion = edit.on(Vectors.bytes("log-of-three/two.tlog-proof"));
        byte[] consistency = edit.on(Vectors.bytes("log-of-three/grown-2-3"));

        read(() -> InclusionProof.read("proof", inclusion))
                .ifPresent(proof -> assertThat(proof.bytes()).isEqualTo(inclusion));
        read(() -> ConsistencyProof.read("proof", consistency))
                .ifPresent(proof -> assertThat(proof.bytes()).isEqualTo(consistency));
    }

    @Property(tries = 500)
    void anEnvelopeIsReadOrRefused(@ForAll("edits") Edit edit) {
        SigningKey key = SigningKey.ofSeed("collector.example", new byte[32]);
        byte[] bytes =
                edit.on(Envelope.sign("t", new byte[] {1, 2, 3}, List.of(key)).bytes());
        List<EnvelopeKey> keys = List.of(EnvelopeKey.of(key.verifierKey()));

        read(() -> Envelope.read("envelope", bytes).verify("envelope", "t", keys, 1))
                .ifPresent(payload -> assertThat(payload).containsExactly(1, 2, 3));
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<Byte> telling =
                Arbitraries.of((byte) '\n', (byte) ' ', (byte) '=', (byte) '+', (byte) '0', (byte) 'A');
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.oneOf(telling, Arbitraries.bytes()).list().ofMaxSize(5))
                .as(Edit::new);
    }

    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ProofException e) {
            assertThat(e.issues()).isNotEmpty();
            return Optional.empty();
        }
    }
}

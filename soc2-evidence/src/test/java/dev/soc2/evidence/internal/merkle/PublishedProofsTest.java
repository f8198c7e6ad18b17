package dev.soc2.evidence.internal.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.vectors.Vectors;
import dev.soc2.model.document.tree.MapNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The 96 good and damaged proofs that the project transparency-dev/merkle publishes. */
class PublishedProofsTest {

    @ParameterizedTest
    @MethodSource("inclusions")
    void inclusionIsAcceptedAndRefusedAsPublished(String file) {
        MapNode vector = Vectors.json(file);
        Optional<Hash> leaf = hash(Vectors.text(vector, "leafHash"));
        Optional<Hash> root = hash(Vectors.text(vector, "root"));
        Optional<List<Hash>> proof = hashes(Vectors.texts(vector, "proof"));

        boolean accepted = leaf.isPresent()
                && root.isPresent()
                && proof.isPresent()
                && ProofCheck.includes(
                        number(vector, "leafIdx"),
                        number(vector, "treeSize"),
                        leaf.orElseThrow(),
                        proof.orElseThrow(),
                        root.orElseThrow());

        assertThat(accepted).as(Vectors.text(vector, "desc")).isEqualTo(!Vectors.flag(vector, "wantErr"));
    }

    @ParameterizedTest
    @MethodSource("consistencies")
    void consistencyIsAcceptedAndRefusedAsPublished(String file) {
        MapNode vector = Vectors.json(file);
        Optional<Hash> before = hash(Vectors.text(vector, "root1"));
        Optional<Hash> after = hash(Vectors.text(vector, "root2"));
        Optional<List<Hash>> proof = hashes(Vectors.texts(vector, "proof"));

        boolean accepted = before.isPresent()
                && after.isPresent()
                && proof.isPresent()
                && ProofCheck.grows(
                        number(vector, "size1"),
                        before.orElseThrow(),
                        number(vector, "size2"),
                        after.orElseThrow(),
                        proof.orElseThrow());

        assertThat(accepted).as(Vectors.text(vector, "desc")).isEqualTo(!Vectors.flag(vector, "wantErr"));
    }

    @Test
    void thereAre96Proofs() {
        assertThat(inclusions().size() + consistencies().size()).isEqualTo(96);
    }

    static List<String> inclusions() {
        return Vectors.files("rfc6962-proofs/inclusion");
    }

    static List<String> consistencies() {
        return Vectors.files("rfc6962-proofs/consistency");
    }

    /** What is no hash by its length cannot even be asked about. */
    private static Optional<Hash> hash(String base64) {
        return Hash.ofBase64(base64);
    }

    private static Optional<List<Hash>> hashes(List<String> texts) {
        List<Hash> hashes = new ArrayList<>();
        for (String text : texts) {
            Optional<Hash> hash = hash(text);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            hashes.add(hash.orElseThrow());
        }
        return Optional.of(hashes);
    }

    /** One less than 0 is written in the files as unsigned, 2^64 - 1. */
    private static long number(MapNode vector, String field) {
        BigDecimal number = Vectors.number(vector, field);
        return number.toBigIntegerExact().longValue();
    }
}

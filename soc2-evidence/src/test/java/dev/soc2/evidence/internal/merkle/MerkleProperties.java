package dev.soc2.evidence.internal.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The tree agrees with the definitions of the RFC, and no damaged proof is accepted. */
class MerkleProperties {

    /** A tree size, and two numbers that fit into it. */
    record Case(int size, int one, int other) {

        List<byte[]> leaves() {
            return IntStream.range(0, size)
                    .mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8)})
                    .toList();
        }

        int index() {
            return one % size;
        }

        int earlier() {
            return other % (size + 1);
        }
    }

    @Property(tries = 300)
    void rootsAreThoseOfTheDefinition(@ForAll("cases") Case given) {
        List<byte[]> leaves = given.leaves();
        KeptNodes nodes = new KeptNodes();
        GrowingTree tree = grown(leaves, nodes);

        assertThat(tree.root()).isEqualTo(SlowTree.root(leaves));
        assertThat(new StoredTree(nodes).root(given.earlier()))
                .isEqualTo(SlowTree.root(leaves.subList(0, given.earlier())));
    }

    @Property(tries = 100)
    void aTreeGoesOnFromItsNodes(@ForAll("cases") Case given) {
        List<byte[]> leaves = given.leaves();
        KeptNodes nodes = new KeptNodes();
        grown(leaves.subList(0, given.earlier()), nodes);

        GrowingTree tree = GrowingTree.resume(given.earlier(), nodes);
        leaves.subList(given.earlier(), leaves.size()).forEach(leaf -> tree.append(leaf, nodes));

        assertThat(tree.root()).isEqualTo(SlowTree.root(leaves));
        // A binary tree of n leaves has 2n - (number of one bits of n) complete nodes.
        assertThat(nodes.count()).isEqualTo(2 * leaves.size() - Integer.bitCount(leaves.size()));
    }

    @Property(tries = 300)
    void inclusionProofsAreThoseOfTheDefinitionAndAccepted(@ForAll("cases") Case given) {
        List<byte[]> leaves = given.leaves();
        KeptNodes nodes = new KeptNodes();
        Hash root = grown(leaves, nodes).root();

        List<Hash> proof = new StoredTree(nodes).inclusion(given.index(), given.size());

        assertThat(proof).isEqualTo(SlowTree.path(given.index(), leaves));
        assertThat(ProofCheck.includes(given.index(), given.size(), leaf(leaves, given.index()), proof, root))
                .isTrue();
    }

    @Property(tries = 300)
    void consistencyProofsAreThoseOfTheDefinitionAndAccepted(@ForAll("cases") Case given) {
        List<byte[]> leaves = given.leaves();
        KeptNodes nodes = new KeptNodes();
        Hash root = grown(leaves, nodes).root();
        Hash before = SlowTree.root(leaves.subList(0, given.earlier()));

        List<Hash> proof = new StoredTree(nodes).consistency(given.earlier(), given.size());

        assertThat(proof).isEqualTo(SlowTree.proof(given.earlier(), leaves));
        assertThat(ProofCheck.grows(given.earlier(), before, given.size(), root, proof))
                .isTrue();
    }

    @Property(tries = 500)
    void aDamagedInclusionProofIsRefused(@ForAll("cases") Case given, @ForAll("damages") Damage damage) {
        List<byte[]> leaves = given.leaves();
        Hash root = SlowTree.root(leaves);
        Hash leaf = leaf(leaves, given.index());
        List<Hash> proof = SlowTree.path(given.index(), leaves);
        List<Hash> damaged = damage.of(proof, root, leaf);
        Assume.that(!damaged.equals(proof));

        assertThat(ProofCheck.includes(given.index(), given.size(), leaf, damaged, root))
                .isFalse();
    }

    @Property(tries = 500)
    void aDamagedConsistencyProofIsRefused(@ForAll("cases") Case given, @ForAll("damages") Damage damage) {
        List<byte[]> leaves = given.leaves();
        Hash before = SlowTree.root(leaves.subList(0, given.earlier()));
        Hash after = SlowTree.root(leaves);
        List<Hash> proof = SlowTree.proof(given.earlier(), leaves);
        List<Hash> damaged = damage.of(proof, before, after);
        Assume.that(!damaged.equals(proof));

        assertThat(ProofCheck.grows(given.earlier(), before, given.size(), after, damaged))
                .isFalse();
    }

    @Property(tries = 300)
    void aProofHoldsForNoOtherLeafRootOrPlace(@ForAll("cases") Case given, @ForAll("otherPlaces") int other) {
        List<byte[]> leaves = given.leaves();
        Hash root = SlowTree.root(leaves);
        Hash leaf = leaf(leaves, given.index());
        List<Hash> proof = SlowTree.path(given.index(), leaves);
        Hash stranger = SlowTree.root(List.of(new byte[] {9, 9, 9}));

        assertThat(ProofCheck.includes(given.index(), given.size(), stranger, proof, root))
                .isFalse();
        assertThat(ProofCheck.includes(given.index(), given.size(), leaf, proof, stranger))
                .isFalse();
        if (other != given.index()) {
            assertThat(ProofCheck.includes(other, given.size(), leaf, proof, root))
                    .isFalse();
        }
        if (given.size() > 1) {
            assertThat(ProofCheck.includes(given.index(), given.size(), root, List.of(), root))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void consistencyHoldsForNoOtherRoot(@ForAll("cases") Case given) {
        List<byte[]> leaves = given.leaves();
        Hash before = SlowTree.root(leaves.subList(0, given.earlier()));
        Hash after = SlowTree.root(leaves);
        List<Hash> proof = SlowTree.proof(given.earlier(), leaves);
        Hash stranger = SlowTree.root(List.of(new byte[] {9, 9, 9}));

        assertThat(ProofCheck.grows(given.earlier(), stranger, given.size(), after, proof))
                .isFalse();
        // The empty tree grows into any other.
        assertThat(ProofCheck.grows(given.earlier(), before, given.size(), stranger, proof))
                .isEqualTo(given.earlier() == 0);
        if (given.earlier() > 0 && given.earlier() < given.size()) {
            assertThat(ProofCheck.grows(given.earlier(), after, given.size(), before, proof))
                    .isFalse();
            assertThat(ProofCheck.grows(given.size(), after, given.earlier(), before, proof))
                    .isFalse();
        }
    }

    /** What the project transparency-dev/merkle does to good proofs. */
    interface Damage {
        List<Hash> of(List<Hash> proof, Hash one, Hash other);
    }

    @Provide
    Arbitrary<Damage> damages() {
        Arbitrary<Damage> flips = Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 255))
                .as((at, bit) -> (proof, one, other) -> flipped(proof, at, bit));
        Arbitrary<Damage> shapes = Arbitraries.of(
                (proof, one, other) -> proof.subList(0, Math.max(0, proof.size() - 1)),
                (proof, one, other) -> proof.subList(Math.min(1, proof.size()), proof.size()),
                (proof, one, other) -> List.of(),
                (proof, one, other) -> with(proof, 0, one),
                (proof, one, other) -> with(proof, 0, other),
                (proof, one, other) -> with(proof, proof.size(), one),
                (proof, one, other) -> with(proof, proof.size(), other),
                (proof, one, other) -> with(proof, proof.size() / 2, one),
                (proof, one, other) -> with(proof, 0, proof.isEmpty() ? one : proof.get(0)),
                (proof, one, other) -> {
                    List<Hash> reversed = new ArrayList<>(proof);
                    Collections.reverse(reversed);
                    return reversed;
                });
        return Arbitraries.oneOf(flips, shapes);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Integer> sizes = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 70), Arbitraries.of(127, 128, 129, 255, 256, 257, 300, 511, 512));
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 1_000);
        return Combinators.combine(sizes, numbers, numbers).as(Case::new);
    }

    @Provide
    Arbitrary<Integer> otherPlaces() {
        return Arbitraries.integers().between(-2, 600);
    }

    private static GrowingTree grown(List<byte[]> leaves, NodeSink sink) {
        GrowingTree tree = new GrowingTree();
        leaves.forEach(leaf -> tree.append(leaf, sink));
        return tree;
    }

    private static Hash leaf(List<byte[]> leaves, int index) {
        return SlowTree.root(leaves.subList(index, index + 1));
    }

    private static List<Hash> flipped(List<Hash> proof, int at, int bit) {
        if (proof.isEmpty()) {
            return proof;
        }
        List<Hash> damaged = new ArrayList<>(proof);
        byte[] bytes = damaged.get(at % proof.size()).bytes();
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        damaged.set(at % proof.size(), Hash.of(bytes));
        return damaged;
    }

    private static List<Hash> with(List<Hash> proof, int at, Hash hash) {
        List<Hash> damaged = new ArrayList<>(proof);
        damaged.add(at, hash);
        return damaged;
    }
}

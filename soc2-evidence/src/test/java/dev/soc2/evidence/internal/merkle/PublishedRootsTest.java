package dev.soc2.evidence.internal.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.vectors.Vectors;
import dev.soc2.model.document.tree.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The roots and hashes that the project transparency-dev/merkle publishes. */
class PublishedRootsTest {

    private static final MapNode VECTORS = Vectors.json("rfc6962-roots.json");
    private static final List<String> LEAVES = Vectors.texts(VECTORS, "leavesHex");
    private static final List<String> ROOTS = Vectors.texts(VECTORS, "rootsHexBySize");

    @Test
    void aGrowingTreeHasThePublishedRootAtEverySize() {
        GrowingTree tree = new GrowingTree();

        assertThat(tree.root().hex()).isEqualTo(ROOTS.get(0));
        for (int size = 1; size <= LEAVES.size(); size++) {
            tree.append(HexFormat.of().parseHex(LEAVES.get(size - 1)), NodeSink.NONE);
            assertThat(tree.root().hex()).isEqualTo(ROOTS.get(size));
            assertThat(tree.size()).isEqualTo(size);
        }
        assertThat(ROOTS).hasSize(9);
    }

    @Test
    void aStoredTreeKnowsTheRootOfEveryEarlierSize() {
        KeptNodes nodes = new KeptNodes();
        GrowingTree tree = new GrowingTree();
        LEAVES.forEach(leaf -> tree.append(HexFormat.of().parseHex(leaf), nodes));

        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(new StoredTree(nodes).root(size).hex()).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void leavesAndNodesAreHashedAsPublished() {
        MapNode hashes = (MapNode) VECTORS.get("hashes").orElseThrow();
        TreeHasher hasher = new TreeHasher();

        assertThat(TreeHasher.EMPTY_ROOT.hex()).isEqualTo(Vectors.text(hashes, "emptyRoot"));
        assertThat(hasher.leaf(new byte[0]).hex()).isEqualTo(Vectors.text(hashes, "emptyLeaf"));
        assertThat(hasher.leaf("L123456".getBytes(StandardCharsets.US_ASCII)).hex())
                .isEqualTo(Vectors.text(hashes, "leaf 'L123456'"));
    }
}

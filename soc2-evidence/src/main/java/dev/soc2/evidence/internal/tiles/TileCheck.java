package dev.soc2.evidence.internal.tiles;

import dev.soc2.evidence.internal.merkle.GrowingTree;
import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.TreeHasher;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.issue.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Checks a log that was written as tiles, from its entries up: hashes each entry again, builds the tree again, and
 * compares every tile, and the root at every size for which a checkpoint was given out. Holds one bundle and one tile of
 * each level at a time, however long the log is.
 */
public final class TileCheck {

    private final TileFiles files;
    private final SortedMap<Long, Hash> roots;
    private final EntrySink sink;
    private final TileFaults faults;
    private final GrowingTree tree = new GrowingTree();
    private final TreeHasher hasher = new TreeHasher();
    private final UpperTiles upper;
    private final long size;

    /** The largest size is that of the log. */
    private TileCheck(TileFiles files, SortedMap<Long, Hash> roots, EntrySink sink, TileFaults faults) {
        this.files = files;
        this.roots = roots;
        this.sink = sink;
        this.faults = faults;
        this.upper = new UpperTiles(files, faults);
        this.size = roots.isEmpty() ? 0 : roots.lastKey();
    }

    /**
     * Checks a log.
     *
     * @param source its files
     * @param roots the roots that signed checkpoints name, by size; the largest size is that of the log
     * @param sink sees the entries
     * @param faults where faults go; nothing goes there when all is as it was signed
     */
    public static void check(TileSource source, SortedMap<Long, Hash> roots, EntrySink sink, TileFaults faults) {
        new TileCheck(new TileFiles(source, faults), roots, sink, faults).run();
    }

    private void run() {
        compareRoot();
        for (long index = 0; index * TilePath.WIDTH < size; index++) {
            if (!bundle(index, TilePath.width(index, size))) {
                return;
            }
        }
        upper.finish(size);
    }

    /** False when hashes are missing, so that nothing more can be said about the tree. */
    private boolean bundle(long index, int width) {
        String path = TilePath.entries(index, width);
        Optional<List<Hash>> hashes = files.hashes(0, index, width);
        Optional<List<byte[]>> entries = files.entries(index, width);
        if (entries.isEmpty() && hashes.isEmpty()) {
            return false;
        }
        for (int i = 0; i < width; i++) {
            long at = index * TilePath.WIDTH + i;
            int position = i;
            Optional<Hash> told = hashes.map(tile -> tile.get(position));
            Optional<byte[]> entry = entries.map(bundle -> bundle.get(position));
            Hash leaf = entry.map(hasher::leaf).orElseGet(told::orElseThrow);
            boolean sound = told.map(leaf::equals).orElse(true);
            if (!sound) {
                wrong(path, at, told.orElseThrow(), leaf);
            }
            entry.ifPresent(bytes -> sink.take(at, bytes, sound));
            tree.append(leaf, upper);
            compareRoot();
        }
        return true;
    }

    private void wrong(String path, long at, Hash expected, Hash found) {
        faults.take(
                ProofCode.TILE_HASH.at(
                        Location.of(path).withPath("entry " + at),
                        "entry " + at + " has the hash " + found + ", its tile says " + expected,
                        "compare with another copy of the log: either the entry was changed or the tile"),
                OptionalLong.of(at),
                expected.hex(),
                found.hex());
    }

    private void compareRoot() {
        for (Map.Entry<Long, Hash> root :
                roots.subMap(tree.size(), tree.size() + 1).entrySet()) {
            if (!tree.root().equals(root.getValue())) {
                faults.root(tree.size(), root.getValue(), tree.root());
            }
        }
    }
}

package dev.soc2.evidence.internal.tiles;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.NodeSource;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.issue.Soc2Exception;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;

/** Writes a log of a size as tiles and bundles, one file at a time. */
public final class TileWriter {

    private final long size;
    private final TileSink sink;

    public TileWriter(long size, TileSink sink) {
        if (size < 0) {
            throw new IllegalArgumentException("a log has no fewer than 0 entries, got " + size);
        }
        this.size = size;
        this.sink = sink;
    }

    /** Writes the hashes, from entries up to the root. */
    public void hashes(NodeSource nodes) throws IOException {
        int level = 0;
        for (long count = size; count > 0; count >>>= TilePath.HEIGHT) {
            for (long index = 0; index * TilePath.WIDTH < count; index++) {
                int width = TilePath.width(index, count);
                sink.take(TilePath.hashes(level, index, width), tile(nodes, level, index, width));
            }
            level++;
        }
    }

    /**
     * Writes the entries.
     *
     * @throws Soc2Exception if one is longer than a bundle can hold
     * @throws IllegalArgumentException if there are more or fewer than the log has
     */
    public void entries(Iterator<byte[]> entries) throws IOException {
        for (long index = 0; index * TilePath.WIDTH < size; index++) {
            int width = TilePath.width(index, size);
            String path = TilePath.entries(index, width);
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            for (int i = 0; i < width; i++) {
                if (!entries.hasNext()) {
                    throw new IllegalArgumentException("there are fewer than " + size + " entries");
                }
                EntryBundle.append(fitting(entries.next(), path, index * TilePath.WIDTH + i), bundle);
            }
            sink.take(path, bundle.toByteArray());
        }
        if (entries.hasNext()) {
            throw new IllegalArgumentException("there are more than " + size + " entries");
        }
    }

    private static byte[] tile(NodeSource nodes, int level, long index, int width) {
        byte[] tile = new byte[width * Hash.LENGTH];
        for (int i = 0; i < width; i++) {
            nodes.hash(level * TilePath.HEIGHT, index * TilePath.WIDTH + i).copyTo(tile, i * Hash.LENGTH);
        }
        return tile;
    }

    private static byte[] fitting(byte[] entry, String path, long at) {
        if (entry.length > EntryBundle.LONGEST) {
            throw new Soc2Exception(ProofCode.ENTRY_LENGTH.in(
                    path,
                    "entry " + at + " has " + entry.length + " bytes, more than " + EntryBundle.LONGEST,
                    "keep long content apart, and name its digest in the entry"));
        }
        return entry;
    }
}

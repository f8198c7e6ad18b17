package dev.soc2.evidence.internal.tiles;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.document.tree.Faults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tiles and bundles taken apart; what is missing or misshapen is told once, and then is nothing. */
final class TileFiles {

    private final TileSource source;
    private final Faults faults;

    TileFiles(TileSource source, Faults faults) {
        this.source = source;
        this.faults = faults;
    }

    Optional<List<Hash>> hashes(int level, long index, int width) {
        String path = TilePath.hashes(level, index, width);
        int length = width * Hash.LENGTH;
        Optional<byte[]> tile = read(path, length);
        if (tile.isPresent() && tile.orElseThrow().length != length) {
            shape(path, "a tile of " + width + " hashes has " + length + " bytes");
            return Optional.empty();
        }
        return tile.map(bytes -> split(bytes, width));
    }

    Optional<List<byte[]>> entries(long index, int width) {
        String path = TilePath.entries(index, width);
        Optional<byte[]> bundle = read(path, EntryBundle.MOST_BYTES);
        Optional<List<byte[]>> entries = bundle.flatMap(bytes -> EntryBundle.entries(bytes, width));
        if (bundle.isPresent() && entries.isEmpty()) {
            shape(path, "its bytes are not " + width + " entries, each led by its length");
        }
        return entries;
    }

    private Optional<byte[]> read(String path, int most) {
        try {
            Optional<byte[]> bytes = source.read(path, most);
            if (bytes.isEmpty()) {
                faults.add(ProofCode.TILE_MISSING.in(path, "the file is missing", "ask for the log again, whole"));
            }
            return bytes;
        } catch (IOException e) {
            faults.add(ProofCode.TILE_UNREADABLE.in(
                    path, "the file cannot be read: " + e.getMessage(), "copy the log to another disk and try again"));
            return Optional.empty();
        }
    }

    private void shape(String path, String what) {
        faults.add(ProofCode.TILE_SHAPE.in(path, what, "the file was changed or cut: ask for the log again"));
    }

    private static List<Hash> split(byte[] tile, int width) {
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.of(tile, i * Hash.LENGTH, (i + 1) * Hash.LENGTH));
        }
        return hashes;
    }
}

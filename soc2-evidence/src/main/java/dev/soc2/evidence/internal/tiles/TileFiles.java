package dev.soc2.evidence.internal.tiles;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.note.ProofCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tiles and bundles taken apart; what is missing or misshapen is told once, and then is nothing. */
final class TileFiles {

    private final TileSource source;
    private final TileFaults faults;

    TileFiles(TileSource source, TileFaults faults) {
        this.source = source;
        this.faults = faults;
    }

    Optional<List<Hash>> hashes(int level, long index, int width) {
        String path = TilePath.hashes(level, index, width);
        int length = width * Hash.LENGTH;
        Optional<byte[]> tile = read(path, length);
        if (tile.isPresent() && tile.orElseThrow().length != length) {
            shape(
                    path,
                    "a tile of " + width + " hashes has " + length + " bytes",
                    length + " bytes",
                    tile.orElseThrow().length > length ? "more" : tile.orElseThrow().length + " bytes");
            return Optional.empty();
        }
        return tile.map(bytes -> split(bytes, width));
    }

    Optional<List<byte[]>> entries(long index, int width) {
        String path = TilePath.entries(index, width);
        Optional<byte[]> bundle = read(path, EntryBundle.MOST_BYTES);
        Optional<List<byte[]>> entries = bundle.flatMap(bytes -> EntryBundle.entries(bytes, width));
        if (bundle.isPresent() && entries.isEmpty()) {
            shape(
                    path,
                    "its bytes are not " + width + " entries, each led by its length",
                    width + " entries",
                    bundle.orElseThrow().length + " bytes that are none");
        }
        return entries;
    }

    private Optional<byte[]> read(String path, int most) {
        try {
            Optional<byte[]> bytes = source.read(path, most);
            if (bytes.isEmpty()) {
                faults.take(
                        ProofCode.TILE_MISSING.in(path, "the file is missing", "ask for the log again, whole"),
                        OptionalLong.empty(),
                        "a file",
                        "nothing");
            }
            return bytes;
        } catch (IOException e) {
            faults.take(
                    ProofCode.TILE_UNREADABLE.in(
                            path,
                            "the file cannot be read: " + e.getMessage(),
                            "copy the log to another disk and try again"),
                    OptionalLong.empty(),
                    "a file that can be read",
                    "none");
            return Optional.empty();
        }
    }

    private void shape(String path, String what, String expected, String found) {
        faults.take(
                ProofCode.TILE_SHAPE.in(path, what, "the file was changed or cut: ask for the log again"),
                OptionalLong.empty(),
                expected,
                found);
    }

    private static List<Hash> split(byte[] tile, int width) {
        List<Hash> hashes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            hashes.add(Hash.of(tile, i * Hash.LENGTH, (i + 1) * Hash.LENGTH));
        }
        return hashes;
    }
}

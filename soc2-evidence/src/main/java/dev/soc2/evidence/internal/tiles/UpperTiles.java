package dev.soc2.evidence.internal.tiles;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.NodeSink;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.issue.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The tiles above those of the entries, as the growing tree fills them; compared with the files when full. */
final class UpperTiles implements NodeSink {

    private final TileFiles files;
    private final TileFaults faults;

    /** The tile that is being filled, for levels 1, 2 and so on. */
    private final List<List<Hash>> filling = new ArrayList<>();

    UpperTiles(TileFiles files, TileFaults faults) {
        this.files = files;
        this.faults = faults;
    }

    @Override
    public void take(int level, long index, Hash hash) {
        if (level == 0 || level % TilePath.HEIGHT != 0) {
            return;
        }
        int tileLevel = level / TilePath.HEIGHT;
        while (filling.size() < tileLevel) {
            filling.add(new ArrayList<>(TilePath.WIDTH));
        }
        List<Hash> tile = filling.get(tileLevel - 1);
        tile.add(hash);
        if (tile.size() == TilePath.WIDTH) {
            compare(tileLevel, index / TilePath.WIDTH, tile);
            tile.clear();
        }
    }

    /** Compares the tiles that stay partial. */
    void finish(long size) {
        for (int tileLevel = 1; tileLevel <= filling.size(); tileLevel++) {
            List<Hash> tile = filling.get(tileLevel - 1);
            if (!tile.isEmpty()) {
                long count = size >>> (tileLevel * TilePath.HEIGHT);
                compare(tileLevel, count / TilePath.WIDTH, tile);
            }
        }
    }

    private void compare(int tileLevel, long index, List<Hash> expected) {
        String path = TilePath.hashes(tileLevel, index, expected.size());
        files.hashes(tileLevel, index, expected.size()).ifPresent(found -> {
            for (int i = 0; i < found.size(); i++) {
                if (!found.get(i).equals(expected.get(i))) {
                    faults.take(
                            ProofCode.TILE_HASH.at(
                                    Location.of(path).withPath("hash " + i),
                                    "hash " + i + " is " + found.get(i) + ", the entries below make " + expected.get(i),
                                    "compare with another copy of the log: either entries below were changed or the"
                                            + " tile"),
                            OptionalLong.empty(),
                            expected.get(i).hex(),
                            found.get(i).hex());
                }
            }
        });
    }
}

package dev.soc2.evidence.internal.tiles;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries one after the other, each led by its length in two bytes. */
public final class EntryBundle {

    /** The longest entry that two bytes can announce. Contents are kept apart by digest, so that entries are short. */
    public static final int LONGEST = 0xffff;

    /** The longest bundle. */
    public static final int MOST_BYTES = TilePath.WIDTH * (LONGEST + Short.BYTES);

    private EntryBundle() {}

    static void append(byte[] entry, ByteArrayOutputStream bundle) {
        bundle.write(entry.length >>> Byte.SIZE);
        bundle.write(entry.length);
        bundle.writeBytes(entry);
    }

    /** The entries of a bundle; nothing when its bytes are not exactly so many entries. */
    public static Optional<List<byte[]>> entries(byte[] bundle, int count) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>(count);
        while (entries.size() < count) {
            if (rest.remaining() < Short.BYTES) {
                return Optional.empty();
            }
            int length = Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() < length) {
                return Optional.empty();
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return rest.hasRemaining() ? Optional.empty() : Optional.of(entries);
    }
}

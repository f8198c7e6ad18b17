package dev.soc2.evidence.internal.tiles;

/** Sees each entry of a log that is checked, in order. */
@FunctionalInterface
public interface EntrySink {

    /** Called whether or not the entry is what the tiles say; {@code sound} tells. */
    void take(long index, byte[] entry, boolean sound);
}

package dev.soc2.evidence.internal.register;

/**
 * The last that was seen of an entry.
 *
 * @param entry as it was
 * @param time when
 * @param isGone whether a later, whole snapshot does not list it any more
 */
record Sighting(Entry entry, SnapshotTime time, boolean isGone) {}

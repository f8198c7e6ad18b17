package dev.soc2.evidence.internal.archive;

/**
 * A file in an archive, as the directory tells it.
 *
 * @param name its name, free of anything that leads elsewhere
 * @param isPacked whether it is deflated, else stored
 * @param start where its content begins
 * @param packed how many bytes that has
 * @param size how many bytes it is said to have once inflated
 * @param crc the check sum that it is said to have
 */
record Member(String name, boolean isPacked, int start, int packed, long size, long crc) {}

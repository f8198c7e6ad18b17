package dev.soc2.benchmarks.ingest;

/**
 * What every contestant that keeps something finds in the lines.
 *
 * @param records how many there are
 * @param seconds the sum of the seconds at which they occurred
 * @param subjects how many different subjects they have
 */
public record Totals(long records, long seconds, long subjects) {}

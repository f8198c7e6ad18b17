package dev.soc2.benchmarks.fourrules;

/**
 * What the four rules find: the numbers that every contestant has to give before its time counts.
 *
 * @param lateAccounts accounts of leavers that were revoked after 24 hours, or never
 * @param lateSeconds by how much those that were revoked late exceeded the limit, in seconds
 * @param badChanges changes deployed without an earlier approval by somebody other than their author
 * @param badChangeSum sum of their numbers
 * @param missingQuarters quarters of systems without a review
 * @param longGaps gaps between reviews of a system of more than 92 days
 * @param excessSeconds by how much they exceeded 92 days, in seconds
 * @param openAssets assets that were not shown to be encrypted all the time
 * @param openSeconds for how long, in seconds
 */
public record Answers(
        long lateAccounts,
        long lateSeconds,
        long badChanges,
        long badChangeSum,
        long missingQuarters,
        long longGaps,
        long excessSeconds,
        long openAssets,
        long openSeconds) {}

package dev.soc2.evidence.importing;

/** What becomes of commits with more than one parent. */
public enum MergeCommits {
    /** They are changes like others. */
    INCLUDE,
    /** They are left out and counted as out of scope, as the changes they join are in the history themselves. */
    EXCLUDE
}

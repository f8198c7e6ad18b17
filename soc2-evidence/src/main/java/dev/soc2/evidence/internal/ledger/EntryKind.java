package dev.soc2.evidence.internal.ledger;

/** What an entry of a log is. The ordinal stands in the tables: kinds are only ever added at the end. */
enum EntryKind {
    EVIDENCE,
    IMPORT,
    CUSTODY;

    static final String FIELD = "kind";

    /** The number in the tables. */
    int number() {
        return ordinal();
    }
}

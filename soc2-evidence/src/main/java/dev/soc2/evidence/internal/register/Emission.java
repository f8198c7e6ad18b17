package dev.soc2.evidence.internal.register;

/** What the entries of a register are. */
enum Emission {
    /** Accounts of one system. */
    ACCOUNTS,
    /** People who work for the organisation. */
    PEOPLE,
    /** Both at once, such as a directory that the personnel department keeps. */
    BOTH;

    boolean accounts() {
        return this != PEOPLE;
    }

    boolean people() {
        return this != ACCOUNTS;
    }
}

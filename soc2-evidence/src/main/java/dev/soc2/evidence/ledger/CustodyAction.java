package dev.soc2.evidence.ledger;

/** What happened to a record, or to a whole log. */
public enum CustodyAction {
    /** The ledger took the record; its own entry says so. */
    RECEIVED,
    /** The record was part of an import, whose receipt is an entry. */
    IMPORTED,
    /** A later record replaces it; the entry of that record says so. */
    SUPERSEDED,
    /** It was given out with parts left out. */
    REDACTED,
    /** It was given out. */
    EXPORTED,
    /** Its key was destroyed: its content can never be read again. */
    ERASED,
    /** A period was closed for further records. */
    SEALED
}

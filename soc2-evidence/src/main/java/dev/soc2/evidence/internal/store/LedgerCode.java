package dev.soc2.evidence.internal.store;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;

/** The faults of a ledger, with their stable codes. A code keeps its meaning once released. */
public enum LedgerCode {
    /** A ledger is missing, or its file, folder or database cannot be opened. */
    CANNOT_OPEN("SOC2-E200"),
    /** The file or database holds something else than a ledger. */
    FOREIGN("SOC2-E201"),
    /** The ledger was written by a newer version of this library. */
    NEWER("SOC2-E202"),
    /** The file of a ledger is cut off or damaged. */
    DAMAGED("SOC2-E203"),
    /** The database holds tables, triggers or views that no ledger has. */
    OTHER_SCHEMA("SOC2-E204"),
    /** Somebody else writes to the ledger. */
    LOCKED("SOC2-E205"),
    /** The database engine cannot be used, such as a SQLite that is too old. */
    ENGINE("SOC2-E206"),
    /** Something is to be written to a ledger that is open for reading only. */
    READ_ONLY("SOC2-E207"),
    /** The ledger is closed, or has closed itself after a failure. */
    CLOSED("SOC2-E208"),
    /** A write failed, and whether it is in the ledger is not known before the ledger is opened again. */
    UNKNOWN_OUTCOME("SOC2-E209"),
    /** Reading from the ledger failed. */
    READING("SOC2-E210"),
    /** An entry would be longer than an entry may be. */
    TOO_LONG("SOC2-E211"),
    /** A log that the ledger does not hold. */
    NO_LOG("SOC2-E212"),
    /** A record that the log does not hold. */
    NO_RECORD("SOC2-E213"),
    /** A record of a period that is sealed. */
    SEALED("SOC2-E214"),
    /** A period that is to be sealed is not over, or is sealed already. */
    OPEN_PERIOD("SOC2-E215"),
    /** A record was not declared personal, and cannot be erased. */
    NOT_PERSONAL("SOC2-E216"),
    /** A record that is declared personal cannot be stored encrypted. */
    PERSONAL("SOC2-E217"),
    /** Content that an entry names is not in the ledger, or is not what its digest says. */
    CONTENT("SOC2-E218"),
    /** An entry, a node or content of a ledger was changed. */
    TAMPERED("SOC2-E220"),
    /** Something that a ledger must hold is missing. */
    INCOMPLETE("SOC2-E221"),
    /** A part of a ledger cannot be read. */
    UNREADABLE("SOC2-E222"),
    /** A log is shorter than a checkpoint of it that was handed out. */
    SHORTER("SOC2-E223"),
    /** A log does not lead to a checkpoint of it that was handed out. */
    OTHER_VIEW("SOC2-E224"),
    /** A bundle cannot be written or opened. */
    BUNDLE("SOC2-E230"),
    /** A file holds what no bundle holds, such as a link or a path that leads out of it. */
    HOSTILE("SOC2-E231");

    private final String code;

    LedgerCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public Issue at(Location place, String what, String fix) {
        return Issue.error(code, place, what, fix);
    }

    public Issue at(String document, String what, String fix) {
        return at(Location.of(document), what, fix);
    }
}

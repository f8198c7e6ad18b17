package dev.soc2.evidence.internal.note;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;

/** The faults of proofs, with their stable codes. A code keeps its meaning once released. */
public enum ProofCode {
    /** A text is no signed note. */
    NOTE("SOC2-E100"),
    /** A key cannot be read. */
    KEY("SOC2-E101"),
    /** A signature by a known key does not fit the text. */
    SIGNATURE("SOC2-E102"),
    /** No known key signed a note. */
    UNSIGNED("SOC2-E103"),
    /** Two of the known keys have the same name and id. */
    AMBIGUOUS_KEY("SOC2-E104"),
    /** The text of a signed note is no checkpoint. */
    CHECKPOINT("SOC2-E105"),
    /** A proof cannot be read. */
    PROOF("SOC2-E106"),
    /** A proof does not show that the entry stands in the log. */
    NOT_INCLUDED("SOC2-E107"),
    /** A proof does not show that the log only grew. */
    NOT_GROWN("SOC2-E108"),
    /** A checkpoint is of another log, or signed by the key of another log. */
    OTHER_LOG("SOC2-E109"),
    /** A tile or a bundle of entries is missing. */
    TILE_MISSING("SOC2-E110"),
    /** A tile or a bundle of entries has another length or shape than its place demands. */
    TILE_SHAPE("SOC2-E111"),
    /** A tile holds another hash than the entries below it make. */
    TILE_HASH("SOC2-E112"),
    /** An entry is longer than a bundle of entries can hold. */
    ENTRY_LENGTH("SOC2-E113"),
    /** The entries make another root than the checkpoint names. */
    ROOT("SOC2-E114"),
    /** A tile or a bundle of entries cannot be read. */
    TILE_UNREADABLE("SOC2-E115"),
    /** An envelope is no DSSE envelope. */
    ENVELOPE("SOC2-E120"),
    /** A signed statement is no in-toto statement, or one of another type. */
    STATEMENT("SOC2-E121"),
    /** Fewer of the known keys signed an envelope than have to. */
    THRESHOLD("SOC2-E122"),
    /** A statement speaks of another content than the one at hand. */
    SUBJECT("SOC2-E123"),
    /** A time-stamp token cannot be read. */
    TIMESTAMP("SOC2-E130"),
    /** A time-stamp token was made over other bytes. */
    TIMESTAMP_IMPRINT("SOC2-E131"),
    /** A time-stamp token is not signed by an authority that is trusted. */
    TIMESTAMP_AUTHORITY("SOC2-E132"),
    /** A time-stamp token was made under another policy. */
    TIMESTAMP_POLICY("SOC2-E133"),
    /** A time-stamp token answers another request. */
    TIMESTAMP_NONCE("SOC2-E134"),
    /** The library that reads time-stamp tokens is not there. */
    TIMESTAMP_LIBRARY("SOC2-E135"),
    /** A time-stamping authority refused the request. */
    TIMESTAMP_REFUSED("SOC2-E136");

    private final String code;

    ProofCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public Issue at(Location place, String what, String fix) {
        return Issue.error(code, place, what, fix);
    }

    public Issue in(String document, String what, String fix) {
        return at(Location.of(document), what, fix);
    }
}

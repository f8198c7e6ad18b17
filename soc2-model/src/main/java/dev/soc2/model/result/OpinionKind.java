package dev.soc2.model.result;

/** A kind of opinion, as a suggestion; only a CPA firm opines. */
public enum OpinionKind {
    /** Nothing material was found. */
    UNQUALIFIED,
    /** Except for something material that is not pervasive. */
    QUALIFIED,
    /** So much could not be shown that no opinion would be possible. */
    DISCLAIMER,
    /** What is wrong is material and pervasive. */
    ADVERSE,
    /** It is too early, or only a part was looked at. */
    NOT_DETERMINABLE_YET
}

package dev.soc2.model.result;

/** How far a population is proven complete and accurate (information produced by the entity). */
public enum IpeStatus {
    /** Count and digest agree, and the window was covered and closed when it was drawn. */
    VERIFIED,
    /** A record exists, but it covers a part, was drawn too early or rows were rejected. */
    PARTIAL,
    /** No record says how it was drawn. */
    UNVERIFIED,
    /** A record's count or digest differs from what is there. */
    FAILED,
    /** The population is a calendar or a list. */
    NOT_NEEDED
}

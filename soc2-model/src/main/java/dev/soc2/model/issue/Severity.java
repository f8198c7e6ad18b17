package dev.soc2.model.issue;

/** How much an {@link Issue} matters. */
public enum Severity {
    /** The document or record cannot be used as it stands. */
    ERROR,
    /** It can be used, and somebody should look at it. */
    WARNING
}

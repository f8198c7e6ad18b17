package dev.soc2.rules.rule;

/** What is done to a key before it is compared. */
public enum Normalization {
    /** Blanks at both ends are taken away. */
    TRIM,
    /** Upper case becomes lower case, by code point, free of locale. */
    LOWER,
    /** Unicode normal form C. */
    NFC
}

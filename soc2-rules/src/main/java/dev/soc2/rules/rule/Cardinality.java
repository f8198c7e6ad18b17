package dev.soc2.rules.rule;

/** How many items one answer may serve. */
public enum Cardinality {
    /** One. */
    ONE_TO_ONE,
    /** Any number. */
    MANY_TO_ONE
}

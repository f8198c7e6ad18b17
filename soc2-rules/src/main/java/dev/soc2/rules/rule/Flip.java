package dev.soc2.rules.rule;

/** When a state went wrong that was right in one snapshot and wrong in the next. */
public enum Flip {
    /** With the snapshot that shows it: what was last seen is taken to have held until then. */
    LAST_KNOWN,
    /** Right after the snapshot that was still right. */
    PESSIMISTIC
}

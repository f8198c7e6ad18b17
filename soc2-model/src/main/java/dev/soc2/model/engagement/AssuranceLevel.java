package dev.soc2.model.engagement;

/** How much proof of completeness an engagement asks for. */
public enum AssuranceLevel {
    /** What is unproven is tested all the same and carries a caveat. */
    STANDARD,
    /** What is unproven is insufficient evidence where it would have been effective. */
    STRICT
}

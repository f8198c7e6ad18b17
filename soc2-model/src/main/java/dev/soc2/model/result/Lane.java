package dev.soc2.model.result;

/** How the items of a population were chosen. */
public enum Lane {
    /** All of them were evaluated. */
    CENSUS,
    /** Some of them were, drawn reproducibly. */
    SAMPLE
}

package dev.soc2.model.result;

/**
 * How much a weakness of a control weighs, lightest first. A ladder of this library, not of any standard, and a
 * suggestion: whether something is material is for people to decide.
 */
public enum DeficiencySeverity {
    /** No deviation; something to look at, such as a parameter that was loosened. */
    OBSERVATION,
    /** Effective with deviations. */
    EXCEPTION,
    /** Not effective, and compensated by another control over the same time. */
    DEFICIENCY,
    /** Not effective and not compensated, while every criterion it addresses is supported by others. */
    SIGNIFICANT,
    /** Not effective and not compensated, and a criterion it addresses is not met. */
    MATERIAL
}

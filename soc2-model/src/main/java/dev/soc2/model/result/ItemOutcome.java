package dev.soc2.model.result;

/** A fact about one item of a population. */
public enum ItemOutcome {
    /** The control worked for it. */
    CONFORMING,
    /** The control did not work for it. */
    DEVIATION,
    /** What is missing or unreliable does not let us say. */
    UNDETERMINED,
    /** An approved exception was in force before it was due. */
    EXCUSED,
    /** Its deadline lies after the instant of the assessment. */
    PENDING,
    /** It belongs to another report; listed so that it cannot fall between two. */
    OUT_OF_SCOPE
}

package dev.soc2.model.engagement;

/** The opinion in the report of a subservice organisation. */
public enum ReportOpinion {
    /** Nothing is excepted. */
    UNQUALIFIED,
    /** Something is excepted. */
    QUALIFIED,
    /** The controls were not suitable or did not work. */
    ADVERSE,
    /** No opinion was given. */
    DISCLAIMER
}

package dev.soc2.model.result;

/** Whether the period had ended at the instant of the assessment. */
public enum AssessmentStatus {
    /** It had not; every page says so, and no opinion is suggested. */
    INTERIM,
    /** It had. */
    FINAL
}

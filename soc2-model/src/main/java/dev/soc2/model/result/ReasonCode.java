package dev.soc2.model.result;

/**
 * Why an item, a test, a control or a criterion was concluded on as it was. A code, once released, keeps its meaning.
 */
public enum ReasonCode {
    /** The predicate holds, or every requirement is met. */
    SATISFIED,
    /** Done in time. */
    ON_TIME,
    /** Done after the due time, inside the grace. */
    LATE_IN_GRACE,
    /** Done, but after it was due. The only code of a late deviation. */
    LATE,
    /** Not done. */
    MISSING,
    /** The deadline lies after the instant of the assessment. */
    NOT_YET_DUE,
    /** Triggered before the period, due inside; listed here so that it is in one report. */
    CARRY_IN,
    /** Triggered inside the period, due after it. */
    CARRY_OUT,
    /** An exception was approved no later than the due time. */
    EXCUSED_BEFORE_DUE,
    /** An exception was approved, but after the due time. */
    EXCEPTION_TOO_LATE,
    /** Author and approver are one person. */
    SELF_APPROVAL,
    /** The approval was for another revision. */
    STALE_APPROVAL,
    /** Steps happened in the wrong order. */
    OUT_OF_ORDER,
    /** A step is missing. */
    STEP_MISSING,
    /** The source was not read in the window that counts. */
    SOURCE_GAP,
    /** The source answered with an error. */
    SOURCE_ERROR,
    /** The last observation is too old. */
    STALE_OBSERVATION,
    /** Nothing was ever observed. */
    NEVER_OBSERVED,
    /** The property did not hold. */
    STATE_FALSE,
    /** Inside the grace of a new asset. */
    NEW_ASSET_GRACE,
    /** No match in the other population. */
    UNMATCHED_LEFT,
    /** A member of the right population without one in the left: the left one may be incomplete. */
    ORPHAN_RIGHT,
    /** The same thing twice. */
    DUPLICATE,
    /** The metric misses its target. */
    BELOW_TARGET,
    /** The window is cut by the end of the period. */
    PARTIAL_WINDOW,
    /** Nothing is known of the time before the period. */
    NO_LOOKBACK,
    /** No record says how the population was drawn, or only in part. */
    IPE_UNVERIFIED,
    /** A population record contradicts what is there. */
    IPE_FAILED,
    /** A digest differs. */
    DIGEST_MISMATCH,
    /** The population is proven empty. */
    EMPTY_POPULATION_PROVEN,
    /** The population is empty, and nothing proves it. */
    EMPTY_POPULATION_UNPROVEN,
    /** The rule failed; the cause is in the text. */
    RULE_ERROR,
    /** Somebody was only asked. */
    INQUIRY_ONLY,
    /** The predicate does not hold. */
    PREDICATE_FALSE,
    /** An expression could not be computed for the item. */
    EXPRESSION_ERROR,
    /** It must not exist, and does. */
    PROHIBITED,
    /** A validity ran out. */
    NOT_FRESH,
    /** No approved version was in force. */
    NOT_IN_FORCE,
    /** Approved after it took effect. */
    APPROVED_LATE,
    /** When it began is not known. */
    START_UNKNOWN,
    /** That it ended is recorded, but not readably when. */
    STOP_UNREADABLE,
    /** It ended before it began. */
    STOP_BEFORE_START,
    /** No limit is set for its severity. */
    LIMIT_UNKNOWN,
    /** Performed before the period began. */
    PERFORMED_BEFORE_PERIOD,
    /** The population was drawn before the period had ended. */
    POPULATION_TAKEN_EARLY,
    /** The state was captured after the period had ended. */
    STATE_TAKEN_LATE,
    /** No record says what was read of the source; silence was taken for absence. */
    COVERAGE_ASSUMED,
    /** A recorded analysis, or one cause over more than 31 days, shows that it is systemic or intentional. */
    SYSTEMIC,
    /** Only a part was looked at. */
    PARTIAL_SCOPE,
    /** No test of the control was carried out. */
    NOT_TESTED,
    /** The share of deviations lies within the policy. */
    WITHIN_POLICY,
    /** The deviations exceed the policy. */
    EXCEEDS_POLICY,
    /** Items that cannot be determined would exceed the policy if they were deviations. */
    UNDETERMINED_EXCEEDS_POLICY,
    /** No control addresses the criterion. */
    DESIGN_GAP,
    /** No record and no item shows that the control is able to do its job. */
    DESIGN_NOT_SHOWN,
    /** For a part of the period no key control was in force. */
    UNCOVERED_TIME,
    /** A failed control is compensated by one that was effective over the same time. */
    COMPENSATED,
    /** The control did not have to operate. */
    NO_OCCURRENCE,
    /** A reviewer's conclusion stands beside the computed one. */
    JUDGED,
    /** A reviewer's softer conclusion was not accepted. */
    JUDGEMENT_REFUSED,
    /** Excluded by the engagement, with a reason. */
    EXCLUDED,
    /** Marked as not relevant by the engagement, with a reason. */
    NOT_RELEVANT,
    /** The engagement declares no calendar of that name. */
    CALENDAR_UNKNOWN,
    /** What a part of a combined rule came to. */
    PART_CONCLUDED,
    /** It lies outside the window of the control; the report of that time lists it. */
    OUTSIDE_WINDOW;

    /**
     * Whether a deviation of this reason was done after all.
     *
     * @return true for {@link #LATE} alone
     */
    public boolean isLate() {
        return this == LATE;
    }
}

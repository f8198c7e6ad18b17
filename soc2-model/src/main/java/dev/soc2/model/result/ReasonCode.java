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
    /** What was looked at contradicts that the control was in place on the date of a Type I. */
    NOT_IMPLEMENTED,
    /** Nothing that was looked at shows that the control was in place on the date of a Type I. */
    IMPLEMENTATION_NOT_SHOWN,
    /** For a part of the period no key control was in force. */
    UNCOVERED_TIME,
    /** A failed control is compensated by one that was effective over the same time. */
    COMPENSATED,
    /** Controls of others are assumed to work; they are not tested here. */
    RELIES_ON_OTHERS,
    /** No control watches over the organisation whose controls are assumed to work. */
    NOT_MONITORED,
    /** For some days of the period no report of the other organisation is at hand. */
    REPORT_GAP,
    /** The report of the other organisation is modified or lists exceptions, and nobody recorded what that means here. */
    REPORT_NOT_EVALUATED,
    /** The report of the other organisation is modified or lists exceptions; what that means here is recorded. */
    REPORT_MODIFIED,
    /** A measured promise to customers was not kept. */
    COMMITMENT_MISSED,
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
    /** It took the emergency path, which is for another test to look at. */
    EMERGENCY_PATH,
    /** No control that was effective covers a part of the criterion. */
    PART_UNSUPPORTED,
    /** A control on which this one rests did not work, or is not shown to have worked. */
    RELIANCE_GAP,
    /** A later version of the control asks less than the one before: for people to read. */
    LOOSENED,
    /** An earlier version of the control failed, and a later one is the recorded remediation; both stand. */
    REMEDIATED_LATER,
    /** A sample was asked for and a census is owed; the census ran. */
    SAMPLING_REFUSED,
    /** From this sample nothing statistical follows. */
    JUDGEMENTAL_SAMPLE,
    /** No deviation, and too few items to show anything. */
    SAMPLE_TOO_SMALL,
    /** No deviation in a sample of a customary size, which shows less than the tolerable rate. */
    LIMIT_ABOVE_TOLERABLE,
    /** The sample was extended by a plan set in advance; each further look adds to the risk. */
    SAMPLE_EXTENDED,
    /** The pack gave the seed of the draw. */
    SEED_GIVEN,
    /** A drawn item was shown not to belong to the population, and another was drawn. */
    ITEM_REPLACED,
    /** Deviations were seen in items that were not drawn. */
    OUTSIDE_SAMPLE,
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

    /**
     * Whether a deviation of this reason rests on records that are not there.
     *
     * @return true for what is missing or unmatched
     */
    public boolean isSilence() {
        return this == MISSING || this == UNMATCHED_LEFT || this == STEP_MISSING || this == EXCEPTION_TOO_LATE;
    }
}

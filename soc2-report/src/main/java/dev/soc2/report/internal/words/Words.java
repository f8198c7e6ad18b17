package dev.soc2.report.internal.words;

import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DeficiencySeverity;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RemediationState;
import dev.soc2.model.result.SelectionMethod;

/** What every code of the model is called in a report. The switches have no default: a new code needs its words. */
public final class Words {

    private Words() {}

    /** Such as {@code not done}; starts in lower case. */
    public static String of(ReasonCode code) {
        return switch (code) {
            case SATISFIED -> "requirement met";
            case ON_TIME -> "done in time";
            case LATE_IN_GRACE -> "done late, inside the grace";
            case LATE -> "done late";
            case MISSING -> "not done";
            case NOT_YET_DUE -> "not due yet";
            case CARRY_IN -> "triggered before the period, due inside it";
            case CARRY_OUT -> "triggered inside the period, due after it";
            case EXCUSED_BEFORE_DUE -> "excused before it was due";
            case EXCEPTION_TOO_LATE -> "excused only after it was due";
            case SELF_APPROVAL -> "author and approver are one person";
            case STALE_APPROVAL -> "approved for another revision";
            case OUT_OF_ORDER -> "steps in the wrong order";
            case STEP_MISSING -> "a step is missing";
            case SOURCE_GAP -> "the source was not read at that time";
            case SOURCE_ERROR -> "the source answered with an error";
            case STALE_OBSERVATION -> "the last observation is too old";
            case NEVER_OBSERVED -> "never observed";
            case STATE_FALSE -> "the required state did not hold";
            case NEW_ASSET_GRACE -> "new asset, inside its grace";
            case UNMATCHED_LEFT -> "no counterpart in the other population";
            case ORPHAN_RIGHT -> "the other population holds something that this one does not";
            case DUPLICATE -> "present twice";
            case BELOW_TARGET -> "the target was missed";
            case PARTIAL_WINDOW -> "the window is cut by the end of the period";
            case NO_LOOKBACK -> "nothing is known of the time before the period";
            case IPE_UNVERIFIED -> "the population is not proven complete";
            case IPE_FAILED -> "the population contradicts its own record";
            case DIGEST_MISMATCH -> "a digest differs";
            case EMPTY_POPULATION_PROVEN -> "the population is proven empty";
            case EMPTY_POPULATION_UNPROVEN -> "the population is empty, and nothing proves it";
            case DESIGN_NOT_SHOWN -> "nothing shows that it is able to do its job";
            case NOT_IMPLEMENTED -> "it was not in place on the date";
            case IMPLEMENTATION_NOT_SHOWN -> "nothing shows that it was in place on the date";
            case RULE_ERROR -> "the rule failed";
            case INQUIRY_ONLY -> "somebody was only asked";
            case PREDICATE_FALSE -> "the requirement was not met";
            case EXPRESSION_ERROR -> "the requirement could not be computed";
            case PROHIBITED -> "it must not exist, and does";
            case NOT_FRESH -> "its validity ran out";
            case NOT_IN_FORCE -> "no approved version was in force";
            case APPROVED_LATE -> "approved after it took effect";
            case START_UNKNOWN -> "when it began is not known";
            case STOP_UNREADABLE -> "it ended, but when cannot be read";
            case STOP_BEFORE_START -> "it ended before it began";
            case LIMIT_UNKNOWN -> "no limit is set for its severity";
            case PERFORMED_BEFORE_PERIOD -> "performed before the period began";
            case POPULATION_TAKEN_EARLY -> "the population was drawn before the period had ended";
            case STATE_TAKEN_LATE -> "the state was captured after the period had ended";
            case COVERAGE_ASSUMED -> "no record says what was read; silence was taken for absence";
            case SYSTEMIC -> "systemic or intentional";
            case PARTIAL_SCOPE -> "only a part was looked at";
            case NOT_TESTED -> "no test was carried out";
            case WITHIN_POLICY -> "within the deviation policy";
            case EXCEEDS_POLICY -> "beyond the deviation policy";
            case UNDETERMINED_EXCEEDS_POLICY -> "too much cannot be determined";
            case DESIGN_GAP -> "gap in the design";
            case UNCOVERED_TIME -> "not in place for the whole time";
            case COMPENSATED -> "compensated by another control";
            case RELIES_ON_OTHERS -> "relies on others, who are not tested here";
            case NOT_MONITORED -> "nobody watches over the organization that it relies on";
            case REPORT_GAP -> "the report of the other organization leaves days uncovered";
            case REPORT_NOT_EVALUATED -> "findings in the report of the other organization are not evaluated";
            case REPORT_MODIFIED -> "findings in the report of the other organization, evaluated";
            case COMMITMENT_MISSED -> "a promise to customers was not kept";
            case NO_OCCURRENCE -> "nothing called for it";
            case JUDGED -> "a reviewer concluded differently";
            case JUDGEMENT_REFUSED -> "a reviewer's softer conclusion was not accepted";
            case EXCLUDED -> "excluded by the engagement";
            case NOT_RELEVANT -> "not relevant to the system";
            case CALENDAR_UNKNOWN -> "the engagement declares no such calendar";
            case EMERGENCY_PATH -> "it took the emergency path";
            case PART_UNSUPPORTED -> "a part of the criterion is not supported";
            case RELIANCE_GAP -> "a control on which it rests is not shown to work";
            case LOOSENED -> "a later version asks less";
            case REMEDIATED_LATER -> "a later version is the remedy";
            case SAMPLING_REFUSED -> "a sample was asked for, and everything was tested";
            case JUDGEMENTAL_SAMPLE -> "judgemental sample";
            case SAMPLE_TOO_SMALL -> "the sample is too small to show anything";
            case LIMIT_ABOVE_TOLERABLE -> "the sample shows less than the tolerable rate";
            case SAMPLE_EXTENDED -> "the sample was extended";
            case SEED_GIVEN -> "the seed was given";
            case ITEM_REPLACED -> "a drawn item was replaced";
            case OUTSIDE_SAMPLE -> "seen outside the sample";
            case PART_CONCLUDED -> "a part of the rule";
            case OUTSIDE_WINDOW -> "outside the window";
        };
    }

    /** What would settle something that was concluded for this reason; a full sentence. */
    public static String settledBy(ReasonCode code) {
        return switch (code) {
            case IPE_UNVERIFIED, EMPTY_POPULATION_UNPROVEN ->
                "Record how the population was drawn: source, query, window, time of extraction, row count and digest.";
            case IPE_FAILED, DIGEST_MISMATCH ->
                "Draw the population again, or find the records by which it differs from its own count or digest.";
            case POPULATION_TAKEN_EARLY -> "Draw the population again after the period has ended.";
            case STATE_TAKEN_LATE -> "Show the state as it was inside the period.";
            case SOURCE_GAP, SOURCE_ERROR, COVERAGE_ASSUMED ->
                "Read the source again for the missing time, or show by another record what happened then.";
            case STALE_OBSERVATION, NEVER_OBSERVED, NO_LOOKBACK ->
                "Collect observations for the time that is not covered.";
            case EXPRESSION_ERROR, STOP_UNREADABLE, START_UNKNOWN, STOP_BEFORE_START ->
                "Correct the records that cannot be read, or add the fields that the rule needs.";
            case LIMIT_UNKNOWN -> "Set a limit for the severities that have none.";
            case CALENDAR_UNKNOWN -> "Declare the calendar in the engagement file.";
            case RULE_ERROR -> "Mend the rule; its error is named with the test.";
            case INQUIRY_ONLY -> "Inspect records or carry the procedure out again; being told is not enough.";
            case SAMPLE_TOO_SMALL -> "Draw a larger sample, or test everything.";
            case NOT_TESTED -> "Carry out a test of the control, or record one that was carried out.";
            case ORPHAN_RIGHT, UNMATCHED_LEFT, DUPLICATE -> "Reconcile the two populations.";
            case DESIGN_GAP, DESIGN_NOT_SHOWN -> "Provide the record that shows the design.";
            case IMPLEMENTATION_NOT_SHOWN -> "Show one instance of it from before the end of the date.";
            case NOT_MONITORED -> "Name a control of yours that watches over the organization.";
            case REPORT_GAP -> "Get a newer report of the organization, or a bridge letter of its management.";
            case REPORT_NOT_EVALUATED -> "Record what the findings in its report mean here.";
            case NOT_YET_DUE -> "Assess again once it is due.";
            default -> "Provide the evidence that is missing, then assess again.";
        };
    }

    /** Such as {@code Not effective}; for a Type II only. */
    public static String of(OperatingConclusion conclusion) {
        return switch (conclusion) {
            case EFFECTIVE -> "Effective";
            case EFFECTIVE_WITH_DEVIATIONS -> "Effective with deviations";
            case INEFFECTIVE -> "Not effective";
            case INSUFFICIENT_EVIDENCE -> "Undetermined";
            case DID_NOT_OPERATE -> "Did not have to operate";
            case NOT_TESTED -> "Not tested";
            case NOT_APPLICABLE -> "Not applicable";
        };
    }

    /** Such as {@code significant deficiency}. */
    public static String of(DeficiencySeverity severity) {
        return switch (severity) {
            case OBSERVATION -> "observation";
            case EXCEPTION -> "exception";
            case DEFICIENCY -> "deficiency, compensated";
            case SIGNIFICANT -> "significant deficiency";
            case MATERIAL -> "material deficiency";
        };
    }

    /** Such as {@code planned}. */
    public static String of(RemediationState state) {
        return switch (state) {
            case OPEN -> "open";
            case PLANNED -> "planned";
            case IMPLEMENTED -> "implemented, re-test open";
            case RETEST_PASSED -> "implemented, re-test without exceptions";
            case RETEST_FAILED -> "implemented, re-test with exceptions";
            case CLOSED -> "closed";
            case RISK_ACCEPTED -> "risk accepted";
        };
    }

    /** The group of a conclusion. */
    public static Verdict verdict(OperatingConclusion conclusion) {
        return switch (conclusion) {
            case EFFECTIVE, EFFECTIVE_WITH_DEVIATIONS -> Verdict.SUPPORTED;
            case INEFFECTIVE -> Verdict.NOT_SUPPORTED;
            case INSUFFICIENT_EVIDENCE -> Verdict.UNDETERMINED;
            case NOT_TESTED -> Verdict.NOT_ASSESSED;
            case DID_NOT_OPERATE, NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    }

    /** Such as {@code Suitably designed}. */
    public static String of(DesignConclusion conclusion) {
        return switch (conclusion) {
            case SUITABLE -> "Suitably designed";
            case SUITABLE_PART_OF_PERIOD -> "Suitably designed, in place for a part of the time";
            case UNSUITABLE -> "Not suitably designed";
            case NOT_APPLICABLE -> "Not applicable";
            case INSUFFICIENT_EVIDENCE -> "Design undetermined";
        };
    }

    /** Whether a control was in place on the date of a Type I. */
    public static String of(ImplementedAsOf implemented) {
        return switch (implemented) {
            case YES -> "in place on the date";
            case NO -> "not in place on the date";
            case UNKNOWN -> "not shown to be in place on the date";
        };
    }

    /** What was found about a promise to customers. */
    public static String of(CommitmentConclusion conclusion) {
        return switch (conclusion) {
            case SUPPORTED -> "Supported";
            case UNDETERMINED -> "Undetermined";
            case NOT_SUPPORTED -> "Not supported";
            case MISSED -> "Not kept";
        };
    }

    /** The group of a conclusion. */
    public static Verdict verdict(CommitmentConclusion conclusion) {
        return switch (conclusion) {
            case SUPPORTED -> Verdict.SUPPORTED;
            case UNDETERMINED -> Verdict.UNDETERMINED;
            case NOT_SUPPORTED, MISSED -> Verdict.NOT_SUPPORTED;
        };
    }

    /** The group of a conclusion. */
    public static Verdict verdict(DesignConclusion conclusion) {
        return switch (conclusion) {
            case SUITABLE, SUITABLE_PART_OF_PERIOD -> Verdict.SUPPORTED;
            case UNSUITABLE -> Verdict.NOT_SUPPORTED;
            case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
            case INSUFFICIENT_EVIDENCE -> Verdict.UNDETERMINED;
        };
    }

    /** Such as {@code Supported with exceptions}. */
    public static String of(CriterionConclusion conclusion) {
        return switch (conclusion) {
            case MET -> "Supported";
            case MET_WITH_RELIANCE -> "Supported, relying on others";
            case MET_WITH_EXCEPTIONS -> "Supported with exceptions";
            case INSUFFICIENT_EVIDENCE -> "Undetermined";
            case NOT_MET -> "Not supported";
            case NOT_RELEVANT -> "Not applicable";
        };
    }

    /** The group of a conclusion; that nobody looked is for the caller to know. */
    public static Verdict verdict(CriterionConclusion conclusion) {
        return switch (conclusion) {
            case MET, MET_WITH_RELIANCE, MET_WITH_EXCEPTIONS -> Verdict.SUPPORTED;
            case INSUFFICIENT_EVIDENCE -> Verdict.UNDETERMINED;
            case NOT_MET -> Verdict.NOT_SUPPORTED;
            case NOT_RELEVANT -> Verdict.NOT_APPLICABLE;
        };
    }

    /** Such as {@code qualified}. */
    public static String of(OpinionKind kind) {
        return switch (kind) {
            case UNQUALIFIED -> "unqualified";
            case QUALIFIED -> "qualified";
            case DISCLAIMER -> "disclaimer";
            case ADVERSE -> "adverse";
            case NOT_DETERMINABLE_YET -> "not determinable yet";
        };
    }

    /** What the tester did. */
    public static String of(TestProcedure procedure) {
        return switch (procedure) {
            case INQUIRY -> "Inquired";
            case OBSERVATION -> "Observed";
            case INSPECTION -> "Inspected";
            case REPERFORMANCE -> "Reperformed";
        };
    }

    /** How items were chosen. */
    public static String of(Lane lane) {
        return switch (lane) {
            case CENSUS -> "the complete population";
            case SAMPLE -> "a sample";
        };
    }

    /** How a sample was drawn. */
    public static String of(SelectionMethod method) {
        return switch (method) {
            case PERIOD_STRATIFIED -> "one item from each run of the period";
            case HASH_RANK -> "by rank of a digest";
            case SYSTEMATIC -> "every so many-th item";
            case STRATIFIED -> "a share of each stratum";
            case JUDGEMENTAL -> "listed by a person";
        };
    }

    /** How far a population is proven. */
    public static String of(IpeStatus ipe) {
        return switch (ipe) {
            case VERIFIED -> "complete and accurate: count and digest agree, the window was covered";
            case PARTIAL -> "proven in part only";
            case UNVERIFIED -> "not proven: no record says how it was drawn";
            case FAILED -> "contradicted: a population record differs from what is there";
            case NOT_NEEDED -> "needs no proof: a calendar or a list";
        };
    }

    /** Such as {@code exceptions}: the reader's word, in the plural. */
    public static String of(ItemOutcome outcome) {
        return switch (outcome) {
            case CONFORMING -> "conforming";
            case DEVIATION -> "exceptions";
            case UNDETERMINED -> "undetermined";
            case EXCUSED -> "excused";
            case PENDING -> "not due yet";
            case OUT_OF_SCOPE -> "of another report";
        };
    }

    /** Such as {@code Processing integrity}. */
    public static String of(TrustServicesCategory category) {
        return switch (category) {
            case SECURITY -> "Security";
            case AVAILABILITY -> "Availability";
            case PROCESSING_INTEGRITY -> "Processing integrity";
            case CONFIDENTIALITY -> "Confidentiality";
            case PRIVACY -> "Privacy";
        };
    }

    /** Such as {@code preventive}. */
    public static String of(ControlNature nature) {
        return switch (nature) {
            case PREVENTIVE -> "preventive";
            case DETECTIVE -> "detective";
            case CORRECTIVE -> "corrective";
        };
    }

    /** Such as {@code automated}. */
    public static String of(ControlExecution execution) {
        return switch (execution) {
            case MANUAL -> "manual";
            case AUTOMATED -> "automated";
            case IT_DEPENDENT_MANUAL -> "manual, from a system's report";
        };
    }

    /** Such as {@code quarterly}. */
    public static String of(ControlFrequency frequency) {
        return switch (frequency) {
            case CONTINUOUS -> "continuous";
            case MULTIPLE_PER_DAY -> "many times a day";
            case DAILY -> "daily";
            case WEEKLY -> "weekly";
            case BIWEEKLY -> "every two weeks";
            case MONTHLY -> "monthly";
            case QUARTERLY -> "quarterly";
            case SEMIANNUAL -> "twice a year";
            case ANNUAL -> "yearly";
            case EVENT -> "on each occurrence";
            case ONE_OFF -> "once";
        };
    }

    /** How much proof was asked for. */
    public static String of(AssuranceLevel assurance) {
        return switch (assurance) {
            case STANDARD -> "standard: what is unproven is tested and carries a caveat";
            case STRICT -> "strict: what is unproven is undetermined";
        };
    }

    /** How a supplier is dealt with. */
    public static String of(SubserviceMethod method) {
        return switch (method) {
            case CARVE_OUT -> "carved out: its controls are not part of this assessment";
            case INCLUSIVE -> "included: its controls are part of this assessment";
        };
    }

    /** What a description criterion asks for. */
    public static String of(DescriptionCriterion criterion) {
        return switch (criterion) {
            case DC1 -> "services provided";
            case DC2 -> "commitments and requirements";
            case DC3 -> "components of the system";
            case DC4 -> "incidents";
            case DC5 -> "criteria and controls";
            case DC6 -> "controls that customers run";
            case DC7 -> "subservice organizations";
            case DC8 -> "criteria that are not relevant";
            case DC9 -> "significant changes";
        };
    }

    /** A deviation policy from its written form. */
    public static String policy(String written) {
        return switch (written) {
            case "CENSUS" ->
                "census: at most 5 % from 20 items on; below that, at most one, and only if it was done late";
            case "STRICT" -> "strict: no deviation at all";
            default ->
                written.startsWith("SAMPLE ")
                        ? sample(written.substring("SAMPLE ".length()))
                        : written.startsWith("TOLERANCE ")
                                ? "tolerance: at most "
                                        + written.substring("TOLERANCE ".length())
                                                .replace("%", " %")
                                : written;
        };
    }

    private static String sample(String written) {
        String[] rates = written.replace("%", " %").split(" AT ", 2);
        return "sample: the upper limit of the rate, at a confidence of " + rates[rates.length - 1] + ", is at most "
                + rates[0];
    }
}

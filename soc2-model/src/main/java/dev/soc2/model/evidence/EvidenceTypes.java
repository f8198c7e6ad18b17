package dev.soc2.model.evidence;

import java.util.Set;

/** Names of the evidence types that the engine itself reads. */
public final class EvidenceTypes {

    /** What a population is, and how it was drawn. */
    public static final String POPULATION = "population";
    /** What a connector really read. */
    public static final String SOURCE_COVERAGE = "source.coverage";
    /** An item or interval that somebody excused. */
    public static final String EXCEPTION_APPROVED = "exception.approved";
    /** What was found out about a deviation. */
    public static final String DEVIATION_ANALYSIS = "deviation.analysis";
    /** A reviewer's own conclusion. */
    public static final String JUDGEMENT = "judgement";
    /** A person's test of a control. */
    public static final String CONTROL_TEST = "control.test";
    /** What management says to a deviation. */
    public static final String MANAGEMENT_RESPONSE = "management.response";
    /** What was done about a deviation. */
    public static final String REMEDIATION = "remediation";
    /** Something discovered after the period. */
    public static final String SUBSEQUENT_EVENT = "subsequent.event";

    /** An item of a population that is shown not to belong to it. */
    public static final String SAMPLE_VOIDED = "sample.voided";

    /** All of them. */
    public static final Set<String> RESERVED = Set.of(
            POPULATION,
            SOURCE_COVERAGE,
            EXCEPTION_APPROVED,
            DEVIATION_ANALYSIS,
            JUDGEMENT,
            CONTROL_TEST,
            MANAGEMENT_RESPONSE,
            REMEDIATION,
            SUBSEQUENT_EVENT,
            SAMPLE_VOIDED);

    private EvidenceTypes() {}
}

package dev.soc2.model.result;

/** What kind of change in the facts would change a conclusion. */
public enum ChangeKind {
    /** So many deviations turn out to be none. */
    FEWER_DEVIATIONS,
    /** Evidence turns up that so many items that are missing were done in time. */
    EVIDENCE_OF,
    /** So many items that cannot be determined turn out to conform. */
    DETERMINE,
    /** The same, of items whose source was not read all the time. */
    SOURCE_COVERAGE,
    /** One population record verifies the population. */
    POPULATION_PROOF,
    /** A heartbeat without gaps shows that there was nothing. */
    HEARTBEAT,
    /** One item is found, and it conforms. */
    OCCURRENCE,
    /** No deviation is systemic or intentional. */
    NOT_SYSTEMIC,
    /** What keeps the test from being concluded on is settled. */
    SETTLE,
    /** A reviewer judges otherwise, with a reason. */
    JUDGEMENT,
    /** A record shows the design. */
    DESIGN_RECORD,
    /** A control that does its job is linked to the criterion. */
    CONTROL_LINK,
    /** So many items turn out to deviate, and not only to be late. */
    MORE_DEVIATIONS,
    /** So many approved exceptions do not hold. */
    EXCEPTIONS_REFUSED,
    /** An analysis calls a deviation systemic or intentional. */
    SYSTEMIC,
    /** The judgement of the reviewer falls. */
    JUDGEMENT_WITHDRAWN
}

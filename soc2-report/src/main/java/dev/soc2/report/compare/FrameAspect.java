package dev.soc2.report.compare;

/** What two assessments may differ in before any result is looked at, in the order in which a reader is told. */
public enum FrameAspect {
    /** The engagement. */
    ENGAGEMENT(ChangeCause.SCOPE),
    /** Type I or Type II. */
    TYPE(ChangeCause.SCOPE),
    /** The period, or the date of a Type I. */
    PERIOD(ChangeCause.SCOPE),
    /** The categories. */
    CATEGORIES(ChangeCause.SCOPE),
    /** A criterion that is concluded on in one of the two only. */
    CRITERION(ChangeCause.SCOPE),
    /** A control that is examined in one of the two only. */
    CONTROL(ChangeCause.SCOPE),
    /** The controls that address a criterion. */
    LINKS(ChangeCause.SCOPE),
    /** A rule pack, by version and digest. */
    PACK(ChangeCause.RULE),
    /** The catalogue of criteria. */
    CATALOG(ChangeCause.RULE),
    /** How many deviations are borne, and how much proof is asked for. */
    POLICY(ChangeCause.RULE),
    /** A parameter that the engagement sets otherwise than the pack. */
    TAILORING(ChangeCause.RULE),
    /** The rule of a test. */
    RULE(ChangeCause.RULE),
    /** The definition of a control. */
    DEFINITION(ChangeCause.RULE),
    /** The version of the engine, or of the time zone rules. */
    ENGINE(ChangeCause.RULE),
    /** The records that the rules asked for. */
    EVIDENCE(ChangeCause.EVIDENCE),
    /** What imports read and refused. */
    IMPORTS(ChangeCause.EVIDENCE),
    /** The instant up to which records count as known. */
    KNOWN_AT(ChangeCause.EVIDENCE),
    /** The instant of the assessment. */
    AS_OF(ChangeCause.WORLD);

    private final ChangeCause cause;

    FrameAspect(ChangeCause cause) {
        this.cause = cause;
    }

    /**
     * What a result changes from when this differs.
     *
     * @return the cause
     */
    public ChangeCause cause() {
        return cause;
    }
}

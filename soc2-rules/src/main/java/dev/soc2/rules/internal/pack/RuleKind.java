package dev.soc2.rules.internal.pack;

/** The kinds of rules, as `kind` names them. */
enum RuleKind {
    ATTRIBUTE,
    CADENCE,
    SLA,
    COMPLETENESS,
    POLICY_REVIEW,
    FRESHNESS,
    STATE,
    ORDERING,
    THRESHOLD,
    OCCURRENCE,
    PROHIBITION,
    ATTESTED,
    ANY_OF,
    ALL_OF,
    CUSTOM
}

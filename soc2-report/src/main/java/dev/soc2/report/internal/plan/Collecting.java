package dev.soc2.report.internal.plan;

import java.util.List;
import java.util.Set;

/**
 * When evidence for a test has to be got, so that it can show the time it is about: what took effect earlier is known
 * from before the start, a state is seen while it lasts, a population of events is complete after the end only.
 */
enum Collecting {
    /** What was in force before the first day: the occurrence before, the version in force, what was already under way. */
    BEFORE_START,
    /** States, seen inside the period: one that is captured later says nothing about it. */
    DURING,
    /** Populations and records of the whole period, drawn after its last day. */
    AFTER_END,
    /** Answers to what began inside the period, as long as their limits run. */
    ANSWERS,
    /** What must be true on the day of a Type I. */
    ON_DATE,
    /** What a person does and records while the tests are carried out. */
    FIELDWORK,
    /** What the rule itself says: it is of the host, or made of several. */
    OWN_RULE;

    private static final Set<String> AFTER = Set.of("ATTRIBUTE", "OCCURRENCE", "ORDERING", "PROHIBITION", "THRESHOLD");

    /** What a rule of a kind needs. */
    static List<Collecting> of(String ruleKind) {
        if (AFTER.contains(ruleKind)) {
            return List.of(AFTER_END);
        }
        return switch (ruleKind) {
            case "CADENCE", "FRESHNESS", "POLICY_REVIEW" -> List.of(BEFORE_START, AFTER_END);
            case "SLA" -> List.of(BEFORE_START, AFTER_END, ANSWERS);
            case "COMPLETENESS" -> List.of(AFTER_END, ANSWERS);
            case "STATE" -> List.of(BEFORE_START, DURING);
            case "ATTESTED" -> List.of(FIELDWORK);
            default -> List.of(OWN_RULE);
        };
    }
}

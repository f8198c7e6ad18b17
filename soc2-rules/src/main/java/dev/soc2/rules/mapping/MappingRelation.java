package dev.soc2.rules.mapping;

/** How a criterion and a requirement of another framework relate. None of them says that one fulfils the other. */
public enum MappingRelation {
    /** Both ask for the same. */
    EQUAL,
    /** All that the criterion asks for lies within the requirement. */
    SUBSET,
    /** All that the requirement asks for lies within the criterion. */
    SUPERSET,
    /** They share a part, and each asks for more. */
    INTERSECTS,
    /** What is done for the criterion helps with the requirement. */
    SUPPORTS
}

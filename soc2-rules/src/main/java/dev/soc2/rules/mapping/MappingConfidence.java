package dev.soc2.rules.mapping;

/** How far a pair can be trusted. */
public enum MappingConfidence {
    /** The pair also stands in relation data that somebody else has published. */
    CORROBORATED,
    /** The pair is a judgement of the mapping's author. */
    JUDGEMENT
}

package dev.soc2.model.criteria;

/** When a point of focus matters, and where it comes from. */
public enum PointOfFocusTag {
    /** From the COSO framework. */
    COSO,
    /** Added by the trust services criteria. */
    TSC,
    /** Only for an examination of a system, such as SOC 2. */
    SYS,
    /** Only when availability is in scope. */
    A,
    /** Only when confidentiality is in scope. */
    C,
    /** Only when processing integrity is in scope. */
    PI,
    /** Only when privacy is in scope. */
    P,
    /** About operations objectives. */
    OPS,
    /** About external financial reporting objectives. */
    XFIN,
    /** About external non-financial reporting objectives. */
    XNON,
    /** About internal reporting objectives. */
    INT,
    /** About compliance objectives. */
    COMP
}

package dev.soc2.model.control;

/** How one control relates to another. */
public enum ControlRelationKind {
    /** It brings the risk of the other back to acceptable when that one fails. */
    COMPENSATES,
    /** It rests on the other, such as an automated control on change management. */
    DEPENDS_ON,
    /** It took the other's place. */
    SUPERSEDES
}

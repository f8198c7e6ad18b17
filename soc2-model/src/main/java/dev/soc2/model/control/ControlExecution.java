package dev.soc2.model.control;

/** Who carries a control out. */
public enum ControlExecution {
    /** A person. */
    MANUAL,
    /** A system. */
    AUTOMATED,
    /** A person who uses a system's report; the report needs evidence of its own. */
    IT_DEPENDENT_MANUAL
}

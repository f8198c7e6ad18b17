package dev.soc2.model.control;

/** How a test of a control is carried out, weakest first. */
public enum TestProcedure {
    /** Somebody was asked; never enough alone. */
    INQUIRY,
    /** It was watched; proves that moment only. */
    OBSERVATION,
    /** Records, configuration or logs were looked at. */
    INSPECTION,
    /** It was done again and compared. */
    REPERFORMANCE
}

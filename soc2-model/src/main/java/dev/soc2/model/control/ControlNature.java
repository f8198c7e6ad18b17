package dev.soc2.model.control;

/** What a control does about a risk. */
public enum ControlNature {
    /** Stops the event. */
    PREVENTIVE,
    /** Finds the event; it only helps when somebody acts on it. */
    DETECTIVE,
    /** Repairs after the event. */
    CORRECTIVE
}

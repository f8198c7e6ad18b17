package dev.soc2.model.control;

/**
 * A record that shows the design of a control: it took effect no later than the start of the window and is not retired.
 *
 * @param evidenceType type of the record, such as {@code policy.approved}
 * @param subject subject of the record, such as {@code POL-02}
 */
public record DesignRequirement(String evidenceType, String subject) {

    /** Checks the invariants. */
    public DesignRequirement {
        if (evidenceType.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("a design requirement names an evidence type and a subject");
        }
    }
}

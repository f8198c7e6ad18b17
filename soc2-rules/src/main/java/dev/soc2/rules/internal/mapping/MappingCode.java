package dev.soc2.rules.internal.mapping;

/**
 * The faults that only mappings can have, with their stable codes.
 *
 * <p>A code keeps its meaning once released and is never used again for another fault.
 */
public enum MappingCode {
    /** A file cannot be read. */
    UNREADABLE("SOC2-M001"),
    /** A mapping is of a criteria catalogue that the library does not have. */
    UNKNOWN_CATALOGUE("SOC2-M002"),
    /** A mapping names a criterion that the catalogue does not have. */
    UNKNOWN_CRITERION("SOC2-M003"),
    /** The parts of a mapping do not fit together. */
    INVARIANT("SOC2-M004");

    private final String code;

    MappingCode(String code) {
        this.code = code;
    }

    /** The stable id, such as {@code SOC2-M003}. */
    public String code() {
        return code;
    }
}

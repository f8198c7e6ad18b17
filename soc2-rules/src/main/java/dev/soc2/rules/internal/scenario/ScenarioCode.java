package dev.soc2.rules.internal.scenario;

/**
 * The faults that only scenarios can have, with their stable codes.
 *
 * <p>A code keeps its meaning once released and is never used again for another fault.
 */
public enum ScenarioCode {
    /** A file or folder cannot be read. */
    UNREADABLE("SOC2-S001"),
    /** A folder holds no scenario. */
    NONE_FOUND("SOC2-S002"),
    /** A scenario names neither packs nor controls. */
    NO_CONTROLS("SOC2-S003"),
    /** A scenario names a pack that is neither built in nor a file. */
    UNKNOWN_PACK("SOC2-S004"),
    /** Two packs of a scenario have a control of the same id. */
    CONTROL_IN_TWO_PACKS("SOC2-S005"),
    /** A scenario names a control that its packs do not have, or that is not under test. */
    UNKNOWN_CONTROL("SOC2-S006"),
    /** A scenario expects something of a test that its control does not have. */
    UNKNOWN_TEST("SOC2-S007"),
    /** A scenario expects something of a criterion that the catalogue does not have. */
    UNKNOWN_CRITERION("SOC2-S008"),
    /** A scenario expects nothing, and so could not fail. */
    NOTHING_EXPECTED("SOC2-S009");

    private final String code;

    ScenarioCode(String code) {
        this.code = code;
    }

    /** The stable id, such as {@code SOC2-S006}. */
    public String code() {
        return code;
    }
}

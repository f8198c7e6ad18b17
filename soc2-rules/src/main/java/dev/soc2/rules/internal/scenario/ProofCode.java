package dev.soc2.rules.internal.scenario;

/**
 * What the proof of a pack throws, with its stable codes.
 *
 * <p>A code keeps its meaning once released and is never used again for another fault.
 */
public enum ProofCode {
    /** A test of a pack that no mutation of conforming evidence makes fail. */
    CANNOT_FAIL("SOC2-S010"),
    /** A test of a pack that no scenario at hand shows at work. */
    NEVER_CONFORMING("SOC2-S011");

    private final String code;

    ProofCode(String code) {
        this.code = code;
    }

    /** The stable id, such as {@code SOC2-S010}. */
    public String code() {
        return code;
    }
}

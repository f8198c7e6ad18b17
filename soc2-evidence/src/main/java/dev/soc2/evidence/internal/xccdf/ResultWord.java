package dev.soc2.evidence.internal.xccdf;

import java.util.Map;
import java.util.Optional;

/** The results that XCCDF knows. */
enum ResultWord {
    PASS,
    FAIL,
    ERROR,
    UNKNOWN,
    NOT_APPLICABLE,
    NOT_CHECKED,
    NOT_SELECTED,
    INFORMATIONAL,
    FIXED;

    private static final Map<String, ResultWord> WRITTEN = Map.of(
            "pass", PASS,
            "fail", FAIL,
            "error", ERROR,
            "unknown", UNKNOWN,
            "notapplicable", NOT_APPLICABLE,
            "notchecked", NOT_CHECKED,
            "notselected", NOT_SELECTED,
            "informational", INFORMATIONAL,
            "fixed", FIXED);

    static Optional<ResultWord> of(String written) {
        return Optional.ofNullable(WRITTEN.get(written));
    }

    /** Whether the asset complies; nothing when the result says neither. */
    Optional<Boolean> isCompliant() {
        return switch (this) {
            case PASS, FIXED -> Optional.of(true);
            case FAIL -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}

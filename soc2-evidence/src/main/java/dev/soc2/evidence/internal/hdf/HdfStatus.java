package dev.soc2.evidence.internal.hdf;

import java.util.Collection;
import java.util.Optional;

/** What the results of a control come to. */
enum HdfStatus {
    PASS,
    FAIL,
    ERROR,
    NOT_APPLICABLE,
    NOT_REVIEWED,
    WAIVED;

    /**
     * One word for the results of a control on one asset. A control passes only when every result of it does; one that
     * was skipped in part is not reviewed. Nothing when a result has a word that the format does not know.
     *
     * @param results the words of the results, at least one
     * @param isWaived whether the control was skipped because it is waived
     * @param hasNoImpact whether the control has impact 0, by which the format says that it does not apply
     */
    static Optional<HdfStatus> of(Collection<String> results, boolean isWaived, boolean hasNoImpact) {
        boolean known = results.stream()
                .allMatch(word -> word.equals("passed")
                        || word.equals("failed")
                        || word.equals("skipped")
                        || word.equals("error"));
        if (!known || results.isEmpty()) {
            return Optional.empty();
        }
        if (isWaived) {
            return Optional.of(WAIVED);
        }
        if (hasNoImpact) {
            return Optional.of(NOT_APPLICABLE);
        }
        if (results.contains("error")) {
            return Optional.of(ERROR);
        }
        if (results.contains("failed")) {
            return Optional.of(FAIL);
        }
        return Optional.of(results.contains("skipped") ? NOT_REVIEWED : PASS);
    }

    /** Whether the asset complies; nothing when the results say neither. */
    Optional<Boolean> isCompliant() {
        return switch (this) {
            case PASS -> Optional.of(true);
            case FAIL -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}

package dev.soc2.model.engagement;

import dev.soc2.model.control.EffectiveDates;
import java.util.Objects;

/**
 * A letter in which the management of a subservice organisation speaks about the days after its report. It is no
 * assurance and never evidence of operation.
 *
 * @param covers the days it speaks about
 * @param signer who signed it; may be empty
 * @param changes the material changes it lists; may be empty
 */
public record BridgeLetter(EffectiveDates covers, String signer, String changes) {

    /** Checks the invariants. */
    public BridgeLetter {
        Objects.requireNonNull(covers, "covers");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(changes, "changes");
    }
}

package dev.soc2.evidence.internal.intake;

import dev.soc2.evidence.internal.redaction.Redaction;
import java.util.Optional;

/**
 * What is done with the rows of an import beside making records of them.
 *
 * @param redaction what is taken out before anything is stored
 * @param reconciliation what a second source says about the same rows
 * @param tellsCoverage whether a record says what was really read of the source
 */
public record Handling(Optional<Redaction> redaction, Optional<Reconciliation> reconciliation, boolean tellsCoverage) {

    public static final Handling NONE = new Handling(Optional.empty(), Optional.empty(), false);
}

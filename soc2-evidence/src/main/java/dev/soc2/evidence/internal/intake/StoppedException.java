package dev.soc2.evidence.internal.intake;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;

/** Leads out of an import that was cancelled, past every reader. */
public final class StoppedException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    public StoppedException(String document) {
        super(ImportCode.CANCELLED.at(
                Location.of(document),
                "the import was cancelled; what was accepted before stays",
                "import the file again; what is there already counts as a duplicate"));
    }
}

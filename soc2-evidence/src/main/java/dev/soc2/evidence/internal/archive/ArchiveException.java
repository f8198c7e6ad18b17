package dev.soc2.evidence.internal.archive;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;

/** An archive, or a part of it, that is not read. */
public final class ArchiveException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    public ArchiveException(String document, String what, String fix) {
        super(ImportCode.ARCHIVE.at(Location.of(document), what + "; nothing of it was read", fix));
    }
}

package dev.soc2.evidence.importing;

import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.util.List;

/**
 * An import was cancelled. What was accepted before stays, and no population that was written claims to be complete;
 * importing the same files again stores the rest.
 */
public final class CancelledImportException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ImportReceipt> receipts;

    CancelledImportException(List<Issue> issues, List<ImportReceipt> receipts) {
        super(issues);
        this.receipts = List.copyOf(receipts);
    }

    /**
     * What was imported.
     *
     * @return a receipt for each import that ended before, and last that of the one that was cancelled, if it had begun
     */
    public List<ImportReceipt> receipts() {
        return receipts;
    }
}

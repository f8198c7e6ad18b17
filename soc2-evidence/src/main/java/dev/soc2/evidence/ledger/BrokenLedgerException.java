package dev.soc2.evidence.ledger;

import dev.soc2.model.issue.Soc2Exception;
import java.util.List;

/** A ledger does not prove itself. Names every finding. */
public final class BrokenLedgerException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<LedgerFinding> findings;

    /**
     * What verification found.
     *
     * @param findings at least one
     */
    public BrokenLedgerException(List<LedgerFinding> findings) {
        super(findings.stream().map(LedgerFinding::issue).toList());
        this.findings = List.copyOf(findings);
    }

    /**
     * What verification found.
     *
     * @return the findings, in the order of the entries
     */
    public List<LedgerFinding> findings() {
        return findings;
    }
}

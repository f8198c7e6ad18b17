package dev.soc2.evidence;

import dev.soc2.evidence.ledger.LedgerOptions;

/** The contract, in a file. */
class SqliteLedgerTest extends EvidenceLedgerContract {

    @Override
    EvidenceLedger open(LedgerOptions options) {
        return EvidenceLedger.open(folder.resolve("evidence.db"), options);
    }
}

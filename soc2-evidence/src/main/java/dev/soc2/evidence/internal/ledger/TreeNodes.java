package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.NodeSource;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.LedgerException;
import java.sql.SQLException;

/** The nodes of the tree as they stand beside the entries. */
record TreeNodes(Tables tables, String log) implements NodeSource {

    @Override
    public Hash hash(int level, long index) {
        try {
            return Hash.of(tables.node(level, index));
        } catch (SQLException e) {
            throw new LedgerException(
                    LedgerCode.READING.at(log, "a node of the tree cannot be read", "verify the ledger"), e);
        }
    }
}

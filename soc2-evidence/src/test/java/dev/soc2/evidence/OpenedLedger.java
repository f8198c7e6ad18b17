package dev.soc2.evidence;

import dev.soc2.evidence.internal.ledger.Book;
import dev.soc2.evidence.internal.store.Database;
import dev.soc2.evidence.ledger.LedgerOptions;
import java.security.SecureRandom;

/** The seam through which tests open a ledger over a database that does not do what it should. */
public final class OpenedLedger {

    private OpenedLedger() {}

    public static EvidenceLedger over(Database database, LedgerOptions options) {
        return EvidenceLedger.opened(new Book(database, options), options);
    }

    /** Keys that are the same at every run. */
    public static SecureRandom random() {
        return new CountingRandom();
    }
}

package dev.soc2.evidence;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.internal.ledger.Book;
import dev.soc2.evidence.internal.store.ServerDatabase;
import dev.soc2.evidence.internal.store.SqliteDatabase;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.ImportReceipt;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Evidence that is kept for long and proves itself: append-only, in a file or in a PostgreSQL database, with a Merkle
 * tree (RFC 6962) over everything it took.
 *
 * <p>A ledger holds one log or several, one for each organisation and engagement; the ledger itself speaks for one of
 * them ({@link LedgerOptions#log(String)}), and {@link #log(String)} gives the others. A file has one writer at a time,
 * in one process; any number of others may read meanwhile. May be used by many threads.
 *
 * <pre>{@code
 * try (EvidenceLedger ledger = EvidenceLedger.open(Path.of("evidence.db"))) {
 *     Importers.gitLog("payroll").importInto(ledger, Path.of("payroll.jsonl"));
 *     ledger.verify().orThrow();
 *     Assessment assessment = assessor.assess(engagement, ledger, asOf);
 * }
 * }</pre>
 *
 * @see EvidenceLog
 */
public final class EvidenceLedger implements EvidenceSource, EvidenceStore, AutoCloseable {

    private final Book book;
    private final EvidenceLog log;

    private EvidenceLedger(Book book, String log) {
        this.book = book;
        this.log = new EvidenceLog(book.log(log));
    }

    /**
     * Opens a ledger in a file, which is made when it is not there.
     *
     * @param file the file
     * @return the ledger, to be closed
     * @throws LedgerException if the file is no ledger, is damaged, was written by a newer version, or somebody else
     *     writes to it; a file that is no ledger is left as it is
     */
    public static EvidenceLedger open(Path file) {
        return open(file, LedgerOptions.defaults());
    }

    /**
     * Opens a ledger in a file, which is made when it is not there, unless it is opened for reading only.
     *
     * @param file the file
     * @param options how to open it
     * @return the ledger, to be closed
     * @throws LedgerException if the file is no ledger, is damaged, was written by a newer version, or somebody else
     *     writes to it; a file that is no ledger is left as it is
     */
    public static EvidenceLedger open(Path file, LedgerOptions options) {
        return opened(new Book(SqliteDatabase.open(file, options.isReadOnly(), options.clock()), options), options);
    }

    /**
     * Opens a ledger in the current schema of a PostgreSQL database, whose tables are made when they are not there.
     * Several processes may write to it. One connection is kept for writing; each reading takes another.
     *
     * @param database gives connections; belongs to the caller
     * @param options how to open it
     * @return the ledger, to be closed
     * @throws LedgerException if the database cannot be used
     */
    public static EvidenceLedger on(DataSource database, LedgerOptions options) {
        return opened(new Book(ServerDatabase.open(database, options.isReadOnly()), options), options);
    }

    static EvidenceLedger opened(Book book, LedgerOptions options) {
        boolean done = false;
        try {
            EvidenceLedger ledger = new EvidenceLedger(book, options.log());
            done = true;
            return ledger;
        } finally {
            if (!done) {
                book.close();
            }
        }
    }

    /**
     * The log that the ledger itself speaks for.
     *
     * @return the log
     */
    public EvidenceLog log() {
        return log;
    }

    /**
     * A log by its name; made when it is not there.
     *
     * @param name as {@link LedgerOptions#log(String)} takes it
     * @return the log
     * @throws LedgerException if there is no such log, and the ledger is open for reading only
     */
    public EvidenceLog log(String name) {
        return new EvidenceLog(book.log(name));
    }

    /**
     * The names of all logs.
     *
     * @return the names, sorted
     */
    public List<String> logs() {
        return book.logs();
    }

    @Override
    public boolean add(Evidence evidence) {
        return log.add(evidence);
    }

    @Override
    public boolean add(Evidence evidence, RawRecord raw) {
        return log.add(evidence, raw);
    }

    @Override
    public void inBatches(Consumer<? super EvidenceStore> work) {
        log.inBatches(work);
    }

    @Override
    public void received(ImportReceipt receipt) {
        log.received(receipt);
    }

    @Override
    public void read(EvidenceQuery query, EvidenceSink sink) {
        log.read(query, sink);
    }

    @Override
    public List<ImportReceipt> receipts() {
        return log.receipts();
    }

    /**
     * Verifies the log that the ledger itself speaks for.
     *
     * @return whether it proves itself
     */
    public LedgerVerification verify() {
        return log.verify();
    }

    /**
     * Verifies the log that the ledger itself speaks for, also against what was handed out before.
     *
     * @param handedOut checkpoints of that log that somebody kept
     * @return whether it proves itself, and grew from each of these checkpoints
     */
    public LedgerVerification verify(List<Checkpoint> handedOut) {
        return log.verify(handedOut);
    }

    /** Closes the ledger; everything that was added is in its place. Closing again does nothing. */
    @Override
    public void close() {
        book.close();
    }
}

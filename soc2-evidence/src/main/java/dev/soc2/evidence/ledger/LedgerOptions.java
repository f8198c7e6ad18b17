package dev.soc2.evidence.ledger;

import dev.soc2.evidence.internal.SystemClock;
import dev.soc2.model.evidence.Evidence;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How a ledger is opened. Immutable; each method gives changed options.
 *
 * <pre>{@code
 * LedgerOptions.defaults()
 *         .log("acme/soc2-2026")
 *         .clock(clock)
 *         .personal(record -> record.type().startsWith("hr."), new SecureRandom());
 * }</pre>
 */
public final class LedgerOptions {

    private static final String USUAL_LOG = "evidence";
    private static final int USUAL_BATCH = 500;
    private static final int LARGEST_BATCH = 100_000;
    private static final Pattern LOG = Pattern.compile("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*");
    private static final int LONGEST_LOG = 128;
    private static final LedgerOptions DEFAULTS = new LedgerOptions(
            new SystemClock(), USUAL_BATCH, false, USUAL_LOG, record -> false, Optional.empty(), Optional.empty());

    private final InstantSource clock;
    private final int batchSize;
    private final boolean readOnly;
    private final String log;
    private final Predicate<? super Evidence> personal;
    private final Optional<SecureRandom> random;
    private final Optional<Executor> executor;

    private LedgerOptions(
            InstantSource clock,
            int batchSize,
            boolean readOnly,
            String log,
            Predicate<? super Evidence> personal,
            Optional<SecureRandom> random,
            Optional<Executor> executor) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.batchSize = batchSize;
        this.readOnly = readOnly;
        this.log = log;
        this.personal = Objects.requireNonNull(personal, "personal");
        this.random = random;
        this.executor = executor;
    }

    /**
     * The clock of the machine, batches of 500, read and write, the log {@code evidence}, nothing declared personal.
     *
     * @return the usual options
     */
    public static LedgerOptions defaults() {
        return DEFAULTS;
    }

    /**
     * The clock that records are stamped with when they are received. Should it go backwards, stamps stand still.
     *
     * @param newClock tells the time
     * @return changed options
     */
    public LedgerOptions clock(InstantSource newClock) {
        return new LedgerOptions(newClock, batchSize, readOnly, log, personal, random, executor);
    }

    /**
     * How many records an import writes together, in one transaction. With an {@link #executor} up to three times as
     * many are in memory: those that are written, those that are next, and those that come in.
     *
     * @param records from 1 to 100,000
     * @return changed options
     */
    public LedgerOptions batchSize(int records) {
        if (records < 1 || records > LARGEST_BATCH) {
            throw new IllegalArgumentException("a batch has 1 to " + LARGEST_BATCH + " records, got " + records);
        }
        return new LedgerOptions(clock, records, readOnly, log, personal, random, executor);
    }

    /**
     * Only reading: several may do so while one writes.
     *
     * @return changed options
     */
    public LedgerOptions readOnly() {
        return new LedgerOptions(clock, batchSize, true, log, personal, random, executor);
    }

    /**
     * The log that the ledger itself speaks for: one for each organisation and engagement.
     *
     * @param name lower-case letters, digits, {@code . _ -}, in parts divided by {@code /}, such as {@code acme/2026}
     * @return changed options
     */
    public LedgerOptions log(String name) {
        return new LedgerOptions(clock, batchSize, readOnly, requireLog(name), personal, random, executor);
    }

    /**
     * Which records are personal: they are stored encrypted, each under a key of its own, and can be erased by
     * destroying that key. Their id, type and times stay readable for ever: an id should not name a person.
     *
     * @param records whether a record is personal
     * @param keys where the keys come from
     * @return changed options
     */
    public LedgerOptions personal(Predicate<? super Evidence> records, SecureRandom keys) {
        return new LedgerOptions(clock, batchSize, readOnly, log, records, Optional.of(keys), executor);
    }

    /**
     * Lets a thread of the host write a batch of an import while the next ones are made ready; without an executor, and
     * on a server, everything is written by whoever calls. What is durable when does not change.
     *
     * @param writes carries out one write of an import at a time, and may do other work before the next; what it has not
     *     begun when it is waited for, the caller does
     * @return changed options
     */
    public LedgerOptions executor(Executor writes) {
        return new LedgerOptions(clock, batchSize, readOnly, log, personal, random, Optional.of(writes));
    }

    /**
     * The clock.
     *
     * @return tells the time
     */
    public InstantSource clock() {
        return clock;
    }

    /**
     * How many records are written together.
     *
     * @return at least 1
     */
    public int batchSize() {
        return batchSize;
    }

    /**
     * Whether nothing is to be written.
     *
     * @return true for reading only
     */
    public boolean isReadOnly() {
        return readOnly;
    }

    /**
     * The log that the ledger itself speaks for.
     *
     * @return its name
     */
    public String log() {
        return log;
    }

    /**
     * Whether a record is declared personal.
     *
     * @param record a record
     * @return true when it is to be stored encrypted
     */
    public boolean isPersonal(Evidence record) {
        return personal.test(record);
    }

    /**
     * Where the keys of personal records come from.
     *
     * @return the source of keys; empty when nothing is declared personal
     */
    public Optional<SecureRandom> random() {
        return random;
    }

    /**
     * What writes batches beside the caller.
     *
     * @return the executor, if there is one
     */
    public Optional<Executor> executor() {
        return executor;
    }

    /**
     * Checks the name of a log.
     *
     * @param name the name
     * @return the name
     * @throws IllegalArgumentException if no log can have it
     */
    public static String requireLog(String name) {
        if (name.length() > LONGEST_LOG || !LOG.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a log is made of a-z, 0-9, '.', '_' and '-', in parts divided"
                            + " by '/', with at most " + LONGEST_LOG + " characters");
        }
        return name;
    }
}

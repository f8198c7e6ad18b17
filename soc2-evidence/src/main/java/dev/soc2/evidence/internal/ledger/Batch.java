package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.TreeHasher;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Records that are written together, some hundred at a time: the disk is waited for once for all of them. What was added
 * is durable after the next flush. For one thread; while records are made ready, those before are written by the executor
 * of the host, if there is one and the database can be read beside its writer.
 */
public final class Batch implements AutoCloseable {

    /** Much content is written sooner, so that memory does not grow with it. */
    private static final long HEAVY = 8L << 20;

    /** So many loads are in flight at most: one is written, and the next waits for its turn. */
    private static final int FLIGHTS = 2;

    /** How many entries there were is not known, so that all records are looked up again when they are written. */
    private static final long UNSURE = -1;

    private final Log log;
    private final int most;
    private final List<Long> made = new ArrayList<>();
    private final LookUps lookUps;
    private final TreeHasher hasher = new TreeHasher();
    private Map<String, Draft> waiting = new LinkedHashMap<>();
    private final Optional<BackgroundWrites> writes;
    private final Deque<Flight> flights = new ArrayDeque<>(FLIGHTS);
    private long weight;

    /** How many entries the log had when the first of the waiting records was looked up, if nothing is in flight. */
    private long known = UNSURE;

    /**
     * What is written in one transaction.
     *
     * @param ready for which time of receipt the entries were made, if they were
     * @param seen how many entries the log had when the first of the records was looked up, asked when it is written
     */
    private record Load(List<Draft> drafts, Optional<Instant> ready, LongSupplier seen) {}

    /** Records that were handed over, by their ids, and the write that brings them in. */
    private record Flight(Map<String, Draft> drafts, BackgroundWrites.Write write) {

        /** How many entries there were when it had landed, if that is sure; whoever waits for it hears of a fault. */
        long after() {
            return write.outcomeOr(UNSURE);
        }
    }

    Batch(Log log) {
        this.log = log;
        this.most = log.book().options().batchSize();
        this.lookUps = new LookUps(log);
        this.writes = log.book().options().executor().map(BackgroundWrites::new);
    }

    public Answer add(Draft draft) {
        Optional<Answer> refusal = draft.fault().map(Answer::refused);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String id = draft.evidence.id();
        Draft same = underWay(id);
        if (same != null) {
            return Arrays.equals(same.line, draft.line)
                    ? Answer.KNOWN
                    : Answer.conflict(same.evidence.provenance().map(Provenance::origin));
        }
        if (waiting.isEmpty() && flights.isEmpty()) {
            known = lookUps.size();
        }
        Answer answer = lookUps.of(draft);
        if (answer.isNew()) {
            waiting.put(id, draft);
            weight += draft.weight();
            if (waiting.size() >= most || weight >= HEAVY) {
                handOver();
            }
        }
        return answer;
    }

    private @Nullable Draft underWay(String id) {
        Draft same = waiting.get(id);
        for (Flight flight : flights) {
            if (same == null) {
                same = flight.drafts.get(id);
            }
        }
        return same;
    }

    /** The receipt of what was added since the last one. */
    public void received(ImportReceipt ended) {
        settle(0);
        write(taken(Optional.empty()), Optional.of(ended));
    }

    /** Writes what waits; it has become durable when this returns. */
    public void flush() {
        Optional<Instant> ready = madeReady();
        try {
            settle(0);
        } catch (LedgerException fault) {
            // What was accepted behind the records at fault is written all the same, if anything can be.
            try {
                writeWaiting(ready);
            } catch (LedgerException later) {
                fault.addSuppressed(later);
            }
            throw fault;
        }
        writeWaiting(ready);
    }

    private void writeWaiting(Optional<Instant> ready) {
        if (!waiting.isEmpty()) {
            write(taken(ready), Optional.empty());
        }
    }

    /** Waits for what is being written; what waits to be written is let go of. */
    @Override
    public void close() {
        try {
            settle(0);
        } finally {
            lookUps.close();
        }
    }

    /** Lets the waiting records be written, and goes on with the next ones if it can. */
    private void handOver() {
        Optional<Instant> ready = madeReady();
        settle(FLIGHTS - 1);
        if (writes.isEmpty() || !lookUps.besideTheWriter(known == UNSURE)) {
            writeWaiting(ready);
            return;
        }
        BackgroundWrites beside = writes.get();
        Map<String, Draft> drafts = waiting;
        Load load = taken(ready);
        flights.add(new Flight(drafts, beside.add(() -> write(load, Optional.empty()))));
        beside.ask();
    }

    /** Makes the entries of what waits while others are written; for which time of receipt, if they were made. */
    private Optional<Instant> madeReady() {
        if (flights.isEmpty() || flights.getLast().write.hasEnded()) {
            return Optional.empty();
        }
        Instant now = log.book().options().clock().instant();
        byte[] received = RecordLine.field(now);
        waiting.values().forEach(draft -> draft.makeReady(now, received, hasher));
        return Optional.of(now);
    }

    /** Waits until at most so many are in flight; all of them have ended when one of them failed. */
    private void settle(int most) {
        while (flights.size() > most) {
            known = UNSURE;
            try {
                known = flights.remove().write.outcome();
            } catch (RuntimeException | Error fault) {
                try {
                    settle(0);
                } catch (RuntimeException | Error later) {
                    fault.addSuppressed(later);
                }
                throw fault;
            }
        }
    }

    private Load taken(Optional<Instant> ready) {
        long settled = known;
        LongSupplier seen = flights.isEmpty() ? () -> settled : flights.getLast()::after;
        Load taken = new Load(List.copyOf(waiting.values()), ready, seen);
        waiting = new LinkedHashMap<>(2 * waiting.size());
        weight = 0;
        return taken;
    }

    /**
     * Writes in one transaction. Answers how many entries there are then, if those that were looked up next can have met
     * no others; what is in doubt is looked up again when it is written.
     */
    private long write(Load load, Optional<ImportReceipt> ended) {
        List<Issue> conflicts = new ArrayList<>();
        long seen = load.seen.getAsLong();
        long after = log.book().write(log, writer -> {
            Instant now = writer.now(load.ready);
            long from = writer.size();
            boolean alone = seen == from;
            List<Draft> fresh = alone ? load.drafts : stillNew(load.drafts, writer, conflicts);
            writer.append(fresh, now);
            made(from, writer.size());
            if (ended.isPresent()) {
                byte[] text = new ReceiptText(ended.get(), made).write();
                writer.tables().insertContent(text);
                writer.append(ImportLeaf.entry(now, ended.get(), text));
                writer.tables().flush();
                made.clear();
            }
            return alone ? writer.size() : UNSURE;
        });
        if (!conflicts.isEmpty()) {
            throw new LedgerException(conflicts.get(0));
        }
        return after;
    }

    private void made(long from, long to) {
        int last = made.size() - 1;
        if (last >= 0 && made.get(last) == from) {
            made.set(last, to);
        } else if (from < to) {
            made.add(from);
            made.add(to);
        }
    }

    /** Others wrote in between: what they brought as well is not written twice. */
    private static List<Draft> stillNew(List<Draft> drafts, LogWriter writer, List<Issue> conflicts)
            throws SQLException {
        List<Draft> fresh = new ArrayList<>();
        for (Draft draft : drafts) {
            Answer answer = writer.lookUp(draft);
            if (answer.isNew()) {
                fresh.add(draft);
            } else if (answer.isConflict()) {
                conflicts.add(ImportCode.CONFLICT.at(
                        draft.place(),
                        "while this record waited to be written, another with the same id and other content came",
                        "find out which of the two is right, and give the other an id of its own"));
            } else {
                answer.refusal().ifPresent(conflicts::add);
            }
        }
        return fresh;
    }
}

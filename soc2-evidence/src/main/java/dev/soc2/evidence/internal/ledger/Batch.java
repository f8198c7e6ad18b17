package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records that are written together, some hundred at a time: the disk is waited for once for all of them. What was added
 * is durable after the next flush. For one thread.
 */
public final class Batch {

    /** Much content is written sooner, so that memory does not grow with it. */
    private static final long HEAVY = 8L << 20;

    private final Log log;
    private final int most;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Long> made = new ArrayList<>();
    private Optional<ImportReceipt> receipt = Optional.empty();
    private long weight;

    /** How many entries the log had when the first of these records was looked up. */
    private long known = -1;

    Batch(Log log) {
        this.log = log;
        this.most = log.book().options().batchSize();
    }

    public Answer add(Draft draft) {
        Optional<Answer> refusal = draft.fault().map(Answer::refused);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Draft waiting = drafts.get(draft.evidence.id());
        if (waiting != null) {
            return Arrays.equals(waiting.line, draft.line)
                    ? Answer.KNOWN
                    : Answer.conflict(waiting.evidence.provenance().map(Provenance::origin));
        }
        Answer answer = log.book().lookUp(log, writer -> {
            if (known < 0) {
                writer.refresh();
                known = writer.size();
            }
            return writer.lookUp(draft);
        });
        if (answer.isNew()) {
            drafts.put(draft.evidence.id(), draft);
            weight += draft.weight();
            if (drafts.size() >= most || weight >= HEAVY) {
                flush();
            }
        }
        return answer;
    }

    /** The receipt of what was added since the last one. */
    public void received(ImportReceipt ended) {
        receipt = Optional.of(ended);
        flush();
    }

    /** Writes what waits; it has become durable when this returns. */
    public void flush() {
        if (drafts.isEmpty() && receipt.isEmpty()) {
            return;
        }
        List<Draft> waiting = List.copyOf(drafts.values());
        Optional<ImportReceipt> ended = receipt;
        long seen = known;
        drafts.clear();
        receipt = Optional.empty();
        weight = 0;
        known = -1;
        List<Issue> conflicts = new ArrayList<>();
        log.book().write(log, writer -> {
            Instant now = writer.now();
            long from = writer.size();
            List<Draft> fresh = seen == from || seen < 0 ? waiting : stillNew(waiting, writer, conflicts);
            writer.append(fresh, now);
            made(from, writer.size());
            if (ended.isPresent()) {
                byte[] text = new ReceiptText(ended.get(), made).write();
                writer.tables().insertContent(text);
                writer.append(ImportLeaf.entry(now, ended.get(), text));
                writer.tables().flush();
                made.clear();
            }
            return from;
        });
        if (!conflicts.isEmpty()) {
            throw new LedgerException(conflicts.get(0));
        }
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
    private static List<Draft> stillNew(List<Draft> waiting, LogWriter writer, List<Issue> conflicts)
            throws SQLException {
        List<Draft> fresh = new ArrayList<>();
        for (Draft draft : waiting) {
            Answer answer = writer.lookUp(draft);
            if (answer.isNew()) {
                fresh.add(draft);
            } else if (answer.isConflict()) {
                conflicts.add(ImportCode.CONFLICT.at(
                        draft.place(),
                        "while this record waited to be written, another with the same id and other content came",
                        "find out which of the two is right, and give the other an id of its own"));
            }
        }
        return fresh;
    }
}

package dev.soc2.evidence.internal.intake;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.RefusedEvidenceException;
import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.outcome.ImportTally;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One import under way: takes its rows, hands records on, and ends in a receipt. */
public final class Intake implements Rows {

    private static final int BATCH = 1_000;

    private final String importer;
    private final String mediaType;
    private final EvidenceStore store;
    private final Optional<Extraction> extraction;
    private final ImportTally tally = new ImportTally();
    private final Map<String, Population> populations = new TreeMap<>();
    private final Set<String> files = new TreeSet<>();
    private final Handling handling;
    private final TextPool keys = new TextPool();
    private final Set<String> wholeOf = new TreeSet<>();
    private boolean isOpen;
    private long columnsLeftOut;
    private Runnable batchEnded = () -> {};

    private Intake(
            String importer,
            String mediaType,
            EvidenceStore store,
            Optional<Extraction> extraction,
            Handling handling) {
        this.importer = importer;
        this.mediaType = mediaType;
        this.store = store;
        this.extraction = extraction;
        this.handling = handling;
        handling.redaction().ifPresent(rules -> rules.rules().forEach(rule -> tally.redacted(rule, 0)));
    }

    /** Rows of any type from any source, which carry their own population records, if any. */
    public static Intake ofAnything(String importer, String mediaType, EvidenceStore store, Handling handling) {
        return new Intake(importer, mediaType, store, Optional.empty(), handling);
    }

    /** Rows of known types from one source, whose populations are recorded. */
    public static Intake of(
            String importer,
            String mediaType,
            EvidenceStore store,
            Extraction extraction,
            Set<String> types,
            Handling handling) {
        return of(importer, mediaType, store, extraction, types, types, handling);
    }

    /** Rows of known types from one source; of those in {@code wholeOf} silence is a population too. */
    public static Intake of(
            String importer,
            String mediaType,
            EvidenceStore store,
            Extraction extraction,
            Set<String> types,
            Set<String> wholeOf,
            Handling handling) {
        Intake intake = new Intake(importer, mediaType, store, Optional.of(extraction), handling);
        intake.tally.expect(types);
        intake.isOpen = types.isEmpty();
        intake.wholeOf.addAll(wholeOf);
        wholeOf.forEach(type -> intake.populations.put(type, new Population(type, extraction)));
        return intake;
    }

    /** Has something done after each batch of rows; it may end the import by throwing. */
    public void afterEachBatch(Runnable done) {
        batchEnded = done;
    }

    /** Rows so far, whatever became of them. */
    public long rows() {
        return tally.rowCount();
    }

    public long rejected() {
        return tally.rejectedCount();
    }

    /** Takes a row that is one record, which knows where it came from. */
    public void take(Evidence evidence, RawRecord raw) {
        take(List.of(evidence), raw);
    }

    @Override
    public void take(List<EvidenceBuilder> records, Location place, byte[] raw, int from, int to) {
        RawRecord bytes = RawRecord.of(raw, from, to, mediaType);
        Provenance provenance = new Provenance(place, bytes.sha256(), importer);
        List<Evidence> built = new ArrayList<>();
        try {
            records.forEach(record -> built.add(record.provenance(provenance).build()));
        } catch (IllegalArgumentException e) {
            refuse(List.of(ImportCode.RECORD.at(
                    place,
                    "the row makes no record: its names must be 1 to 1,024 characters long, its times between 1700"
                            + " and 2250",
                    "check the row in the system that it came from")));
            return;
        }
        take(built, bytes);
    }

    private void take(List<Evidence> row, RawRecord raw) {
        try {
            List<Evidence> kept = new ArrayList<>();
            long fresh = 0;
            for (Evidence evidence : row) {
                Evidence safe = handling.redaction()
                        .map(rules -> rules.of(evidence, raw, tally::redacted))
                        .orElse(evidence);
                fresh += add(safe, raw) ? 1 : 0;
                count(evidence, safe);
                kept.add(safe);
            }
            tally.accepted(kept, fresh);
        } catch (RefusedEvidenceException e) {
            tally.refused(e.issues());
        }
        rowEnded();
    }

    /** Bytes that hold what was redacted are not for keeping. */
    private boolean add(Evidence evidence, RawRecord raw) {
        return handling.redaction().isPresent() ? store.add(evidence) : store.add(evidence, raw);
    }

    /** What was read of a source is about populations and makes up none. */
    private void count(Evidence evidence, Evidence safe) {
        if (safe.type().equals(EvidenceTypes.SOURCE_COVERAGE)) {
            return;
        }
        extraction.ifPresent(drawn -> {
            boolean counts = populations
                    .computeIfAbsent(safe.type(), type -> new Population(type, drawn))
                    .add(safe);
            if (counts) {
                handling.reconciliation()
                        .flatMap(second -> second.key(evidence))
                        .ifPresent(keys::add);
            }
        });
    }

    private void rowEnded() {
        if (tally.rowCount() % BATCH == 0) {
            batchEnded.run();
        }
    }

    @Override
    public void refuse(List<Issue> reasons) {
        tally.refused(reasons);
        rowEnded();
    }

    @Override
    public void leaveOut() {
        tally.outOfScope();
        rowEnded();
    }

    @Override
    public void note(String what, long count) {
        tally.note(what, count);
    }

    @Override
    public void columnsLeftOut(long count) {
        columnsLeftOut += count;
    }

    /** A file was read to its end. */
    public void file(String sha256) {
        files.add(
                handling.redaction().map(rules -> rules.key().ofDigest(sha256)).orElse(sha256));
    }

    /** Ends the import, with all of its rows or, when it was cancelled, with those that were read. */
    public ImportReceipt end(String origin, boolean isFolder, boolean isCancelled, Populations ended) {
        Optional<Reconciliation.Outcome> outcome =
                handling.reconciliation().map(second -> second.compare(keys, handling.redaction()));
        populations.values().forEach(population -> {
            population.close(files, tally, columnsLeftOut, isCancelled);
            outcome.ifPresent(population::reconciled);
            ended.add(population);
        });
        if (handling.tellsCoverage()) {
            coverage(isCancelled).ifPresent(ended::covered);
        }
        String sha256 = !isFolder && !isCancelled && files.size() == 1
                ? files.iterator().next()
                : "";
        ImportReceipt receipt = extraction
                .map(drawn -> tally.receipt(importer, origin, drawn.source(), sha256))
                .orElseGet(() -> tally.receipt(importer, origin, sha256));
        store.received(receipt);
        return receipt;
    }

    private Optional<Evidence> coverage(boolean isCancelled) {
        boolean isWhole = !isCancelled && tally.rejectedCount() == 0;
        boolean isEmpty = tally.rowCount() == tally.rejectedCount() && !isCancelled;
        Optional<Instant> observed = populations.values().stream()
                .flatMap(population -> population.observed().stream())
                .max(Comparator.naturalOrder());
        // Of a type whose silence means nothing no coverage is claimed.
        Set<String> types = isOpen ? populations.keySet() : wholeOf;
        return extraction
                .filter(drawn -> !types.isEmpty())
                .flatMap(drawn -> new CoverageRecord(drawn, types).of(isWhole, isEmpty, observed));
    }
}

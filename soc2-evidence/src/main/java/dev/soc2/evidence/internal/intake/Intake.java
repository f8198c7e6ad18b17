package dev.soc2.evidence.internal.intake;

import dev.soc2.evidence.ConflictingEvidenceException;
import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.internal.outcome.ImportTally;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One import under way: takes its rows, hands records on, and ends in a receipt. */
public final class Intake {

    private final EvidenceStore store;
    private final Optional<Extraction> extraction;
    private final ImportTally tally = new ImportTally();
    private final Map<String, Population> populations = new TreeMap<>();
    private final Set<String> files = new TreeSet<>();
    private long columnsLeftOut;

    private Intake(EvidenceStore store, Optional<Extraction> extraction) {
        this.store = store;
        this.extraction = extraction;
    }

    /** Rows of any type from any source, which carry their own population records, if any. */
    public static Intake ofAnything(EvidenceStore store) {
        return new Intake(store, Optional.empty());
    }

    /** Rows of known types from one source, whose populations are recorded. */
    public static Intake of(EvidenceStore store, Extraction extraction, Set<String> types) {
        Intake intake = new Intake(store, Optional.of(extraction));
        intake.tally.expect(types);
        types.forEach(type -> intake.populations.put(type, new Population(type, extraction)));
        return intake;
    }

    public void take(Evidence evidence) {
        try {
            tally.accepted(evidence, store.add(evidence));
        } catch (ConflictingEvidenceException e) {
            tally.refused(e.issues());
            return;
        }
        extraction.ifPresent(drawn -> populations
                .computeIfAbsent(evidence.type(), type -> new Population(type, drawn))
                .add(evidence));
    }

    public void refuse(List<Issue> reasons) {
        tally.refused(reasons);
    }

    public void leaveOut() {
        tally.outOfScope();
    }

    public void columnsLeftOut(long count) {
        columnsLeftOut += count;
    }

    /** A file was read to its end. */
    public void file(String sha256) {
        files.add(sha256);
    }

    /** Ends the import. */
    public ImportReceipt end(String importer, String origin, boolean isFolder, Populations ended) {
        populations.values().forEach(population -> {
            population.close(files, tally.rejectedCount(), tally.outOfScopeCount(), columnsLeftOut);
            ended.add(population);
        });
        String sha256 = !isFolder && files.size() == 1 ? files.iterator().next() : "";
        ImportReceipt receipt = extraction
                .map(drawn -> tally.receipt(importer, origin, drawn.source(), sha256))
                .orElseGet(() -> tally.receipt(importer, origin, sha256));
        store.received(receipt);
        return receipt;
    }
}

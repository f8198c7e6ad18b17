package dev.soc2.evidence.internal.intake;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.RefusedEvidenceException;
import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.outcome.ImportTally;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One import under way: takes its rows, hands records on, and ends in a receipt. */
public final class Intake implements Rows {

    private final String importer;
    private final String mediaType;
    private final EvidenceStore store;
    private final Optional<Extraction> extraction;
    private final ImportTally tally = new ImportTally();
    private final Map<String, Population> populations = new TreeMap<>();
    private final Set<String> files = new TreeSet<>();
    private long columnsLeftOut;

    private Intake(String importer, String mediaType, EvidenceStore store, Optional<Extraction> extraction) {
        this.importer = importer;
        this.mediaType = mediaType;
        this.store = store;
        this.extraction = extraction;
    }

    /** Rows of any type from any source, which carry their own population records, if any. */
    public static Intake ofAnything(String importer, String mediaType, EvidenceStore store) {
        return new Intake(importer, mediaType, store, Optional.empty());
    }

    /** Rows of known types from one source, whose populations are recorded. */
    public static Intake of(
            String importer, String mediaType, EvidenceStore store, Extraction extraction, Set<String> types) {
        return of(importer, mediaType, store, extraction, types, types);
    }

    /** Rows of known types from one source; of those in {@code wholeOf} silence is a population too. */
    public static Intake of(
            String importer,
            String mediaType,
            EvidenceStore store,
            Extraction extraction,
            Set<String> types,
            Set<String> wholeOf) {
        Intake intake = new Intake(importer, mediaType, store, Optional.of(extraction));
        intake.tally.expect(types);
        wholeOf.forEach(type -> intake.populations.put(type, new Population(type, extraction)));
        return intake;
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
        long fresh = 0;
        try {
            for (Evidence evidence : row) {
                fresh += store.add(evidence, raw) ? 1 : 0;
                count(evidence);
            }
        } catch (RefusedEvidenceException e) {
            tally.refused(e.issues());
            return;
        }
        tally.accepted(row, fresh);
    }

    private void count(Evidence evidence) {
        extraction.ifPresent(drawn -> populations
                .computeIfAbsent(evidence.type(), type -> new Population(type, drawn))
                .add(evidence));
    }

    @Override
    public void refuse(List<Issue> reasons) {
        tally.refused(reasons);
    }

    @Override
    public void leaveOut() {
        tally.outOfScope();
    }

    @Override
    public void columnsLeftOut(long count) {
        columnsLeftOut += count;
    }

    /** A file was read to its end. */
    public void file(String sha256) {
        files.add(sha256);
    }

    /** Ends the import. */
    public ImportReceipt end(String origin, boolean isFolder, Populations ended) {
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

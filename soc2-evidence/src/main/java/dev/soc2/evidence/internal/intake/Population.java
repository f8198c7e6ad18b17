package dev.soc2.evidence.internal.intake;

import dev.soc2.evidence.internal.outcome.ImportTally;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type from one source that imports handed on, and the record that proves them. Holds their ids,
 * which the digest needs in order; all else is counted.
 */
final class Population {

    private final String type;
    private final String source;
    private final Set<String> queries = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();
    private final TextPool ids = new TextPool();
    private final Optional<Window> declared;
    private @Nullable Window spanned;
    private @Nullable Instant extractedAt;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant observed;
    private long rejected;
    private long outOfScope;
    private long columnsLeftOut;
    private boolean isCancelled;
    private final Map<String, Long> redactions = new TreeMap<>();
    private final Map<String, Long> notes = new TreeMap<>();
    private final List<Reconciliation.Outcome> reconciliations = new ArrayList<>();

    Population(String type, Extraction extraction) {
        this.type = type;
        this.source = extraction.source();
        this.declared = extraction.window();
        this.extractedAt = extraction.extractedAt().orElse(null);
        queries.add(extraction.query());
    }

    /** Takes a record in; answers whether its window covers it. */
    boolean add(Evidence evidence) {
        Instant time = evidence.occurredAt();
        observed = later(observed, evidence.observedAt());
        if (declared.map(window -> window.covers(time)).orElse(true)) {
            ids.add(evidence.id());
            first = first == null || time.isBefore(first) ? time : first;
            last = later(last, time);
            return true;
        }
        return false;
    }

    /** Ends the import whose records these are. */
    void close(Set<String> fileDigests, ImportTally tally, long columns, boolean cancelled) {
        files.addAll(fileDigests);
        rejected = tally.rejectedCount();
        outOfScope = tally.outOfScopeCount();
        columnsLeftOut = columns;
        isCancelled = cancelled;
        redactions.putAll(tally.redactions());
        notes.putAll(tally.notes());
        extractedAt = extractedAt == null ? observed : extractedAt;
        spanned = declared.orElse(first == null || last == null ? null : Window.seen(first, last));
    }

    /** A second source was asked about the same rows. */
    void reconciled(Reconciliation.Outcome outcome) {
        reconciliations.add(outcome);
    }

    /** Whether two exports speak about the same time, so that neither is the whole population of it. */
    boolean belongsWith(Population other) {
        return type.equals(other.type)
                && source.equals(other.source)
                && spanned != null
                && other.spanned != null
                && spanned.overlaps(other.spanned);
    }

    /** Takes the other one in. What is known only up to the earlier extraction counts as extracted then. */
    void merge(Population other) {
        queries.addAll(other.queries);
        files.addAll(other.files);
        ids.addAll(other.ids);
        rejected += other.rejected;
        outOfScope += other.outOfScope;
        columnsLeftOut += other.columnsLeftOut;
        isCancelled |= other.isCancelled;
        other.redactions.forEach((rule, count) -> redactions.merge(rule, count, Long::sum));
        other.notes.forEach((note, count) -> notes.merge(note, count, Long::sum));
        reconciliations.addAll(other.reconciliations);
        if (spanned != null && other.spanned != null) {
            spanned = spanned.span(other.spanned);
        }
        if (extractedAt != null && other.extractedAt != null && other.extractedAt.isBefore(extractedAt)) {
            extractedAt = other.extractedAt;
        }
    }

    /** The record; none when nothing tells which time it speaks about or when it was drawn. */
    Optional<Evidence> record() {
        if (spanned == null || extractedAt == null) {
            return Optional.empty();
        }
        String content = EvidenceLines.sha256(record("population", spanned, extractedAt));
        String id = "population:" + cut(source) + ":" + cut(type) + ":" + content.substring(0, 12);
        return Optional.of(record(id, spanned, extractedAt));
    }

    private Evidence record(String id, Window window, Instant extracted) {
        var record = Evidence.of(id, EvidenceTypes.POPULATION, type, extracted, source)
                .with("source", source)
                .with("query", String.join("; ", queries))
                .with(
                        "parameters",
                        AttributeValue.of(Map.of(
                                "files", AttributeValue.texts(files.stream().toList()))))
                .with("from", window.from())
                .with("to", window.to())
                .with("extractedAt", extracted.toString())
                .with("rows", ids.size())
                .with("sha256", PopulationHash.of(ids))
                .with("rejected", rejected)
                .with("complete", rejected == 0 && !isCancelled);
        if (outOfScope > 0) {
            record.with("outOfScope", outOfScope);
        }
        if (columnsLeftOut > 0) {
            record.with("columnsLeftOut", columnsLeftOut);
        }
        if (isCancelled) {
            record.with("cancelled", true);
        }
        if (!redactions.isEmpty()) {
            record.with("redaction", counts(redactions));
        }
        if (!notes.isEmpty()) {
            record.with("notes", counts(notes));
        }
        if (!reconciliations.isEmpty()) {
            record.with("reconciled", reconciliations.stream().allMatch(Reconciliation.Outcome::agrees))
                    .with(
                            "reconciliation",
                            AttributeValue.of(reconciliations.stream()
                                    .map(Reconciliation.Outcome::told)
                                    .toList()));
        }
        return record.build();
    }

    private static AttributeValue counts(Map<String, Long> counts) {
        Map<String, AttributeValue> values = new TreeMap<>();
        counts.forEach((name, count) -> values.put(name, AttributeValue.of(count)));
        return AttributeValue.of(values);
    }

    Optional<Instant> observed() {
        return Optional.ofNullable(observed);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), 200));
    }
}

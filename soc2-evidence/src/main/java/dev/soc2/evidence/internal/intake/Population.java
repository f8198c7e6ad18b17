package dev.soc2.evidence.internal.intake;

import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> ids = new HashSet<>();
    private final Optional<Window> declared;
    private @Nullable Window spanned;
    private @Nullable Instant extractedAt;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant observed;
    private long rejected;
    private long outOfScope;
    private long columnsLeftOut;

    Population(String type, Extraction extraction) {
        this.type = type;
        this.source = extraction.source();
        this.declared = extraction.window();
        this.extractedAt = extraction.extractedAt().orElse(null);
        queries.add(extraction.query());
    }

    void add(Evidence evidence) {
        Instant time = evidence.occurredAt();
        observed = later(observed, evidence.observedAt());
        if (declared.map(window -> window.covers(time)).orElse(true)) {
            ids.add(evidence.id());
            first = first == null || time.isBefore(first) ? time : first;
            last = later(last, time);
        }
    }

    /** Ends the import whose records these are. */
    void close(Set<String> fileDigests, long rejectedRows, long rowsOutOfScope, long columns) {
        files.addAll(fileDigests);
        rejected = rejectedRows;
        outOfScope = rowsOutOfScope;
        columnsLeftOut = columns;
        extractedAt = extractedAt == null ? observed : extractedAt;
        spanned = declared.orElse(first == null || last == null ? null : Window.seen(first, last));
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
                .with("complete", rejected == 0);
        if (outOfScope > 0) {
            record.with("outOfScope", outOfScope);
        }
        if (columnsLeftOut > 0) {
            record.with("columnsLeftOut", columnsLeftOut);
        }
        return record.build();
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), 200));
    }
}

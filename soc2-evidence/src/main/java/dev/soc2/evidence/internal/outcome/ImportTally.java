package dev.soc2.evidence.internal.outcome;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What became of the rows of an import. Each row ends in exactly one of its counts. */
public final class ImportTally {

    private static final int LISTED = 1_000;

    private final Set<String> types = new TreeSet<>();
    private final Set<String> sources = new TreeSet<>();
    private final List<Issue> rejected = new ArrayList<>();
    private final Map<String, Long> redactions = new TreeMap<>();
    private final Map<String, Long> notes = new TreeMap<>();
    private boolean expected;
    private long records;
    private long stored;
    private long duplicates;
    private long rejectedCount;
    private long outOfScope;

    /** Types that the rows could be of, whether or not one is. */
    public void expect(Set<String> possible) {
        types.addAll(possible);
        expected = true;
    }

    public void accepted(Evidence evidence, boolean isNew) {
        accepted(List.of(evidence), isNew ? 1 : 0);
    }

    /** One row became these records, some of which were not there yet. */
    public void accepted(List<Evidence> row, long fresh) {
        for (Evidence evidence : row) {
            types.add(evidence.type());
            sources.add(evidence.source());
        }
        records += fresh;
        if (fresh > 0) {
            stored++;
        } else {
            duplicates++;
        }
    }

    /** One row is refused, for one reason or several. */
    public void refused(List<Issue> reasons) {
        rejectedCount++;
        if (rejected.size() < LISTED) {
            rejected.add(joined(reasons));
        }
    }

    public void outOfScope() {
        outOfScope++;
    }

    /** A rule of redaction took out so many values; it is shown also when there were none. */
    public void redacted(String rule, long values) {
        redactions.merge(rule, values, Long::sum);
    }

    public void note(String what, long count) {
        if (count > 0) {
            notes.merge(what, count, Long::sum);
        }
    }

    public Map<String, Long> redactions() {
        return Collections.unmodifiableMap(redactions);
    }

    public Map<String, Long> notes() {
        return Collections.unmodifiableMap(notes);
    }

    public long rowCount() {
        return stored + duplicates + rejectedCount + outOfScope;
    }

    public long rejectedCount() {
        return rejectedCount;
    }

    public long outOfScopeCount() {
        return outOfScope;
    }

    /** The receipt of rows that may come from several systems; the source is told when it is one. */
    public ImportReceipt receipt(String importer, String origin, String sha256) {
        return receipt(
                importer, origin, sources.size() == 1 ? sources.iterator().next() : "", sha256);
    }

    public ImportReceipt receipt(String importer, String origin, String source, String sha256) {
        return new ImportReceipt(
                importer,
                origin,
                source,
                // What was refused of rows that may be of any type may be of any type.
                expected || rejectedCount == 0 ? types : Set.of(),
                rowCount(),
                stored,
                records,
                duplicates,
                rejected,
                rejectedCount,
                outOfScope,
                sha256,
                redactions,
                notes);
    }

    /** A receipt lists one issue for a row, so that the numbers agree; it tells all that is wrong with the row. */
    private static Issue joined(List<Issue> reasons) {
        if (reasons.size() == 1) {
            return reasons.get(0);
        }
        Issue first = reasons.get(0);
        return new Issue(
                first.code(),
                Severity.ERROR,
                first.location(),
                reasons.stream().limit(20).map(Issue::what).distinct().collect(Collectors.joining("; ")),
                reasons.stream().limit(20).map(Issue::fix).distinct().collect(Collectors.joining("; ")),
                first.excerpt());
    }
}

package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.Rows;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads exported histories, one commit a row.
 *
 * @param rules how commits become records
 */
public record GitLogReader(ChangeRules rules) implements ExportReader {

    @Override
    public Set<String> types() {
        return rules.types();
    }

    /** Of changes the history is the whole list, of reviews only of those that it names. */
    @Override
    public Set<String> wholeOf() {
        return Set.of(ChangeRecords.MERGED);
    }

    @Override
    public String query() {
        return rules.query();
    }

    @Override
    public String mediaType() {
        return GitHistory.MEDIA_TYPE;
    }

    @Override
    public Optional<Instant> exportedAt() {
        return rules.exportedAt();
    }

    @Override
    public ExportReading begin(Rows rows) {
        return file -> new GitHistory(file, taker(file, rows)).read();
    }

    private CommitTaker taker(ExportFile file, Rows rows) {
        ChangeRecords changes = new ChangeRecords(rules, file);
        return new CommitTaker() {
            @Override
            public void commit(Commit commit, Location place, byte[] raw) {
                changes.take(commit, place, raw, rows);
            }

            @Override
            public void refused(List<Issue> issues) {
                rows.refuse(issues);
            }
        };
    }
}

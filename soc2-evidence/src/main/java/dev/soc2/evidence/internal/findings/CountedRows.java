package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.format.Rows;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.List;

/** Rows of one file, counted on their way. */
final class CountedRows implements Rows {

    private final Rows rows;
    private long count;

    CountedRows(Rows rows) {
        this.rows = rows;
    }

    long count() {
        return count;
    }

    @Override
    public void take(List<EvidenceBuilder> records, Location place, byte[] raw, int from, int to) {
        count++;
        rows.take(records, place, raw, from, to);
    }

    @Override
    public void refuse(List<Issue> reasons) {
        count++;
        rows.refuse(reasons);
    }

    @Override
    public void leaveOut() {
        count++;
        rows.leaveOut();
    }

    @Override
    public void columnsLeftOut(long columns) {
        rows.columnsLeftOut(columns);
    }
}

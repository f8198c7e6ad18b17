package dev.soc2.evidence.internal.register;

import dev.soc2.evidence.format.Rows;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.List;

/** Rows that know how many of them were refused. */
final class CountedRows implements Rows {

    private final Rows rows;
    private int refused;

    CountedRows(Rows rows) {
        this.rows = rows;
    }

    int refused() {
        return refused;
    }

    @Override
    public void take(List<EvidenceBuilder> records, Location place, byte[] raw, int from, int to) {
        rows.take(records, place, raw, from, to);
    }

    @Override
    public void refuse(List<Issue> reasons) {
        refused++;
        rows.refuse(reasons);
    }

    @Override
    public void leaveOut() {
        rows.leaveOut();
    }

    @Override
    public void columnsLeftOut(long count) {
        rows.columnsLeftOut(count);
    }
}

package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.format.Rows;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.List;

/** What a row turned out to be. */
public sealed interface Outcome {

    /** Tells it to whoever counts rows. */
    void tell(Rows rows, Location place, byte[] raw, int from, int to);

    static Outcome of(EvidenceBuilder record) {
        return new Taken(List.of(record));
    }

    static Outcome of(List<EvidenceBuilder> records) {
        return new Taken(records);
    }

    /** A row that became records. */
    record Taken(List<EvidenceBuilder> records) implements Outcome {

        public Taken {
            records = List.copyOf(records);
        }

        @Override
        public void tell(Rows rows, Location place, byte[] raw, int from, int to) {
            rows.take(records, place, raw, from, to);
        }
    }

    /** A row that cannot be used. */
    record Refused(List<Issue> reasons) implements Outcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public void tell(Rows rows, Location place, byte[] raw, int from, int to) {
            rows.refuse(reasons);
        }
    }

    /** A row that is none of the export's population. */
    record LeftOut() implements Outcome {
        @Override
        public void tell(Rows rows, Location place, byte[] raw, int from, int to) {
            rows.leaveOut();
        }
    }

    /** A document without rows; it is no row itself. */
    record Rowless() implements Outcome {
        @Override
        public void tell(Rows rows, Location place, byte[] raw, int from, int to) {
            // There is nothing to count.
        }
    }
}

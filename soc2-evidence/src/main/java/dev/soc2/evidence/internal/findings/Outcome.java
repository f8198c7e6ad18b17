package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import java.util.List;

/** What a row turned out to be. */
public sealed interface Outcome {

    /** Tells it to whoever counts rows. */
    void tell(JsonRecord row, Rows rows);

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
        public void tell(JsonRecord row, Rows rows) {
            rows.take(
                    records,
                    row.place(),
                    row.slice().bytes(),
                    row.slice().from(),
                    row.slice().to());
        }
    }

    /** A row that cannot be used. */
    record Refused(List<Issue> reasons) implements Outcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public void tell(JsonRecord row, Rows rows) {
            rows.refuse(reasons);
        }
    }

    /** A row that is none of the export's population. */
    record LeftOut() implements Outcome {
        @Override
        public void tell(JsonRecord row, Rows rows) {
            rows.leaveOut();
        }
    }

    /** A document without rows; it is no row itself. */
    record Rowless() implements Outcome {
        @Override
        public void tell(JsonRecord row, Rows rows) {
            // There is nothing to count.
        }
    }
}

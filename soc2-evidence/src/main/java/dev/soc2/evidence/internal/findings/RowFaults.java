package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with a row, all of it. */
public final class RowFaults {

    /** Most records that one row may become. */
    public static final int MOST_RECORDS = 5_000;

    private final Location place;
    private final List<Issue> issues = new ArrayList<>();

    public RowFaults(Location place) {
        this.place = place;
    }

    /** Tells a fault when there is no value. */
    public <T> Optional<T> need(Optional<T> value, String what, String fix) {
        if (value.isEmpty()) {
            add(what, fix);
        }
        return value;
    }

    public void add(String what, String fix) {
        issues.add(ImportCode.FIELD.at(place, what, fix));
    }

    /** Tells a fault when a row would become more records than it may. */
    public void limit(long records, String what) {
        if (records > MOST_RECORDS) {
            issues.add(ImportCode.RECORD.at(
                    place,
                    "the row has " + what + " for " + records + " records, and one row makes at most " + MOST_RECORDS,
                    "export it in smaller findings"));
        }
    }

    public boolean isEmpty() {
        return issues.isEmpty();
    }

    public Outcome refused() {
        return new Outcome.Refused(issues);
    }

    /** The records, unless something is wrong. */
    public Outcome orElse(Supplier<List<EvidenceBuilder>> records) {
        return issues.isEmpty() ? Outcome.of(records.get()) : refused();
    }
}

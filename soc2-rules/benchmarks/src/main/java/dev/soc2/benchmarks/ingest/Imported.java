package dev.soc2.benchmarks.ingest;

import dev.soc2.benchmarks.fourrules.Engine;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.internal.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Our way in: every line checked and digested, ids compared, a receipt; to records, or on to the engine's columns. */
public final class Imported {

    private Imported() {}

    /** The records of a file. */
    public static List<Evidence> records(Path file) {
        List<Evidence> records = new ArrayList<>();
        Importers.jsonl().importInto(records::add, file);
        return records;
    }

    /** The records of a file as columns, ordered and clustered for the four rules. */
    public static Timeline columns(Path file, Engine engine) {
        EvidenceState state = engine.begin();
        Importers.jsonl().importInto(state::add, file);
        return state.freeze();
    }

    /** What the records say. */
    public static Totals totals(List<Evidence> records) {
        Set<String> subjects = new HashSet<>();
        long seconds = 0;
        for (Evidence record : records) {
            subjects.add(record.subject());
            seconds += record.occurredAt().getEpochSecond();
        }
        return new Totals(records.size(), seconds, subjects.size());
    }

    /** What the columns say of the types that the records have. */
    public static Totals totals(Timeline timeline, Set<String> types) {
        Set<Integer> subjects = new HashSet<>();
        long seconds = 0;
        long rows = 0;
        for (String type : types) {
            for (int row = timeline.start(type); row < timeline.end(type); row++) {
                subjects.add(timeline.subjectNumber(row));
                seconds += Math.floorDiv(timeline.occurred(row), 1_000_000_000L);
                rows++;
            }
        }
        return new Totals(rows, seconds, subjects.size());
    }
}

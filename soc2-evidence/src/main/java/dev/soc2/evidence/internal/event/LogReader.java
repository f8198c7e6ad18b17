package dev.soc2.evidence.internal.event;

import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.UnpackedFile;
import dev.soc2.evidence.internal.json.JsonExport;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a log that is JSON, packed with gzip or not, row by row, each row by itself. */
public final class LogReader implements ExportReader {

    /** The endings of such logs. */
    public static final Set<String> ENDINGS =
            Set.of(".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz");

    private final Set<String> types;
    private final Set<String> arrays;
    private final String query;
    private final Consumer<EventRow> taker;

    /**
     * A reader.
     *
     * @param types the types for which the log is complete
     * @param arrays paths of the arrays whose members are rows
     * @param query the options that decide what becomes of rows
     * @param taker ends each row in one way
     */
    public LogReader(Set<String> types, Set<String> arrays, String query, Consumer<EventRow> taker) {
        this.types = Set.copyOf(types);
        this.arrays = Set.copyOf(arrays);
        this.query = query;
        this.taker = taker;
    }

    @Override
    public Set<String> types() {
        return types;
    }

    @Override
    public String query() {
        return query;
    }

    @Override
    public ExportReading begin(Rows rows) {
        return packed -> UnpackedFile.read(
                packed,
                rows,
                file -> new JsonExport(file, arrays).read(rows, row -> taker.accept(new EventRow(row, file, rows))));
    }
}

package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A format whose rows are objects of a JSON document.
 *
 * @param name name of the format
 * @param endings endings of its files
 * @param types types that its records may be of
 * @param wholeOf types of which an export without records proves that there was none
 * @param arrays paths of the arrays whose members are rows
 * @param isDocument whether a file is one document, so that an empty list is none
 * @param opening reads the options
 */
public record JsonFormat(
        String name,
        Set<String> endings,
        Set<String> types,
        Set<String> wholeOf,
        Set<String> arrays,
        boolean isDocument,
        Opening opening)
        implements EvidenceFormat {

    public JsonFormat {
        endings = Set.copyOf(endings);
        types = Set.copyOf(types);
        wholeOf = Set.copyOf(wholeOf);
        arrays = Set.copyOf(arrays);
    }

    /** Reads options. */
    @FunctionalInterface
    public interface Opening {
        Opened open(FormatOptions options);
    }

    /** Begins a file, whose rows are still to come; what is wrong with the file as a whole is refused there. */
    @FunctionalInterface
    public interface Opened {
        RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException;

        /** What the options ask for. */
        default String query() {
            return "";
        }
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        Opened opened = opening.open(options);
        return Optional.of(new ExportReader() {
            @Override
            public Set<String> types() {
                return types;
            }

            @Override
            public Set<String> wholeOf() {
                return wholeOf;
            }

            @Override
            public String query() {
                return opened.query();
            }

            @Override
            public ExportReading begin(Rows rows) {
                return file -> read(file, opened, rows);
            }
        });
    }

    /** Reads one file. */
    public void read(ExportFile file, Opened opened, Rows rows) throws IOException {
        JsonExport export = new JsonExport(file, arrays);
        CountedRows counted = new CountedRows(rows);
        RowReader reader = opened.begin(file, export, counted);
        export.read(
                counted,
                row -> outcome(row.place(), () -> reader.read(row))
                        .tell(
                                counted,
                                row.place(),
                                row.slice().bytes(),
                                row.slice().from(),
                                row.slice().to()));
        if (isDocument && counted.count() == 0 && export.outline().isEmpty()) {
            rows.refuse(List.of(ImportCode.JSON.at(
                    Location.of(file.document()),
                    "the file holds no document of this kind",
                    "check that this is an export of kind " + name)));
        }
    }

    /** What a row turns out to be; values that make no record refuse it. */
    public static Outcome outcome(Location place, Supplier<Outcome> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return new Outcome.Refused(List.of(ImportCode.RECORD.at(
                    place,
                    "the values of the row make no record: " + e.getMessage(),
                    "check the row in the system that it came from")));
        }
    }
}

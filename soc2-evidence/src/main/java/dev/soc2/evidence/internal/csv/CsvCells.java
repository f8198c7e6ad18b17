package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.table.TableShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Splits the text of one row into cells; the only place that knows the library that does it. */
final class CsvCells {

    private final CSVFormat format;

    CsvCells(TableShape shape) {
        format = CSVFormat.Builder.create()
                .setDelimiter(shape.delimiter())
                .setQuote(shape.quote())
                .setIgnoreEmptyLines(false)
                .setTrailingData(false)
                .setLenientEof(false)
                .get();
    }

    /** The cells, or nothing when the row is not one row. */
    Optional<List<String>> split(String row) {
        try (CSVParser parser = CSVParser.parse(row, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}

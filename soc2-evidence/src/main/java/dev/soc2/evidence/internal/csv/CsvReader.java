package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.table.TableShape;
import dev.soc2.model.issue.Issue;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a CSV file row by row: a row, or what is wrong with it. Rows without any content are passed over. */
public final class CsvReader {

    static final int MOST_CELLS = 2_000;

    private final CsvScanner scanner;
    private final TableShape shape;
    private final CsvCells cells;
    private final CsvPlace place;

    public CsvReader(String document, InputStream in, TableShape shape) {
        this.scanner = new CsvScanner(in, shape);
        this.shape = shape;
        this.cells = new CsvCells(shape);
        this.place = new CsvPlace(document, shape);
    }

    public byte[] peek(int count) {
        return scanner.peek(count);
    }

    /** Comes to where the table begins. */
    public void begin(int markLength) {
        scanner.skip(markLength);
        scanner.skipLines(shape.skipLines());
    }

    /** The next row that is whole; what is wrong with rows on the way to it goes to {@code refused}. */
    public Optional<CsvRow> next(Consumer<Issue> refused) {
        while (scanner.next()) {
            Optional<CsvRow> row = row(refused);
            if (row.isPresent() && !row.get().isBlank()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private Optional<CsvRow> row(Consumer<Issue> refused) {
        byte[] raw = scanner.bytes();
        Optional<String> text = decode(raw);
        Optional<Issue> wrong = wrong(raw, text);
        if (wrong.isPresent()) {
            refused.accept(wrong.get());
            return Optional.empty();
        }
        if (text.orElseThrow().isBlank()) {
            return Optional.empty();
        }
        Optional<List<String>> split = cells.split(text.get()).filter(found -> found.size() <= MOST_CELLS);
        if (split.isEmpty()) {
            refused.accept(ImportCode.CELLS.at(
                    place.at(scanner.line(), "", 0),
                    "the row cannot be split into at most " + MOST_CELLS + " cells",
                    "check the delimiter and the quotes"));
        }
        return split.map(found -> new CsvRow(scanner.line(), found, text.get(), raw, place));
    }

    private Optional<Issue> wrong(byte[] raw, Optional<String> text) {
        return switch (scanner.state()) {
            case TOO_LONG ->
                Optional.of(ImportCode.TOO_LONG.at(
                        place.at(scanner.line(), "", 0),
                        "the row has more than " + CsvScanner.MOST_BYTES + " bytes; it ends before line "
                                + scanner.nextLine(),
                        "check its quotes, and keep long content in attachments"));
            case BROKEN_QUOTE ->
                Optional.of(ImportCode.QUOTES.at(
                        place.at(scanner.line(), before(raw), Integer.MAX_VALUE),
                        "text stands behind a closing quote",
                        "write a quote inside a cell twice, or export the file with a program that does"));
            case OPEN_QUOTE ->
                Optional.of(ImportCode.QUOTES.at(
                        place.at(scanner.line(), before(raw), Integer.MAX_VALUE),
                        "this quote is never closed; nothing from here to the end of the file, line "
                                + scanner.nextLine() + ", was read as rows",
                        "close the quote, or export the file again if it is cut off"));
            case WHOLE ->
                text.isPresent() && text.get().indexOf(0) < 0
                        ? Optional.empty()
                        : Optional.of(ImportCode.CHARACTERS.at(
                                place.at(scanner.line(), "", 0),
                                text.isPresent()
                                        ? "the row holds a NUL character"
                                        : "the row holds bytes that do not fit into " + shape.charset(),
                                "name the file's charset in the mapping, or export it as UTF-8"));
        };
    }

    /** What stands before the fault; bytes that are wrong count as one character each. */
    private String before(byte[] raw) {
        return new String(raw, 0, Math.min(raw.length, scanner.faultOffset()), shape.charset());
    }

    private Optional<String> decode(byte[] raw) {
        if (shape.charset().equals(StandardCharsets.ISO_8859_1)) {
            return Optional.of(new String(raw, StandardCharsets.ISO_8859_1));
        }
        try {
            return Optional.of(shape.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

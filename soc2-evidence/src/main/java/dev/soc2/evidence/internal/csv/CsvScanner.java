package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.table.TableShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Finds where rows begin and end, on bytes, so that a row's raw bytes can be digested and a broken one costs no more
 * than itself. LF, CRLF and CR end a row outside quotes. Holds one row, and of one over the limit only its beginning.
 */
final class CsvScanner {

    static final int MOST_BYTES = 1 << 20;

    private static final int NOTHING = -1;

    /** How a row came out. */
    enum State {
        WHOLE,
        TOO_LONG,
        /** Text follows a closing quote. */
        BROKEN_QUOTE,
        /** A quote is open at the end of the file. */
        OPEN_QUOTE
    }

    private enum In {
        CELL_START,
        PLAIN,
        QUOTED,
        BEHIND_QUOTE,
        BROKEN
    }

    private final InputStream in;
    private final int delimiter;
    private final int quote;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private int at;
    private int end;
    private int line = 1;
    private int firstLine;
    private int faultOffset;
    private State state = State.WHOLE;

    CsvScanner(InputStream in, TableShape shape) {
        this.in = in;
        this.delimiter = shape.delimiter();
        this.quote = shape.quote();
    }

    /** The first bytes, before anything was taken. */
    byte[] peek(int count) {
        while (end < count && fill()) {
            // fill() reads what there is, which may be less than asked for
        }
        return Arrays.copyOf(buffer, Math.min(count, end));
    }

    void skip(int count) {
        at = Math.min(end, at + count);
    }

    /** Passes over whole lines, whatever they hold. */
    void skipLines(int count) {
        for (int skipped = 0; skipped < count; skipped++) {
            int b = take();
            while (b != NOTHING && b != '\n' && b != '\r') {
                b = take();
            }
            if (b != NOTHING) {
                endLine(b);
            }
        }
    }

    /** Goes on to the next row; an empty line is one too. */
    boolean next() {
        raw.reset();
        firstLine = line;
        state = State.WHOLE;
        In where = In.CELL_START;
        int b = take();
        if (b == NOTHING) {
            return false;
        }
        while (b != NOTHING) {
            boolean lineEnds = b == '\n' || b == '\r';
            if (lineEnds && where != In.QUOTED) {
                endLine(b);
                return true;
            }
            where = step(where, b);
            keep(b);
            if (lineEnds && endLine(b)) {
                keep('\n');
            }
            if (where != In.CELL_START && where != In.BEHIND_QUOTE) {
                keepPlain(where == In.QUOTED);
            }
            b = take();
        }
        if (where == In.QUOTED) {
            state = State.OPEN_QUOTE;
        }
        return true;
    }

    private In step(In where, int b) {
        return switch (where) {
            case CELL_START -> {
                if (b == quote) {
                    faultOffset = raw.size();
                    yield In.QUOTED;
                }
                yield b == delimiter ? In.CELL_START : In.PLAIN;
            }
            case PLAIN -> b == delimiter ? In.CELL_START : In.PLAIN;
            case QUOTED -> b == quote ? In.BEHIND_QUOTE : In.QUOTED;
            case BEHIND_QUOTE -> {
                if (b == quote) {
                    yield In.QUOTED;
                }
                if (b == delimiter) {
                    yield In.CELL_START;
                }
                if (state == State.WHOLE) {
                    state = State.BROKEN_QUOTE;
                    faultOffset = raw.size();
                }
                yield In.BROKEN;
            }
            case BROKEN -> In.BROKEN;
        };
    }

    private void keep(int b) {
        if (raw.size() < MOST_BYTES) {
            raw.write(b);
        } else {
            state = State.TOO_LONG;
        }
    }

    /** Takes and keeps what comes before the next sign that may mean something, as far as it was read. */
    private void keepPlain(boolean isQuoted) {
        int from = at;
        while (at < end && (!isSign(buffer[at]) || (isQuoted && buffer[at] == '\n'))) {
            line = buffer[at] == '\n' ? Math.addExact(line, 1) : line;
            at++;
        }
        int kept = Math.min(at - from, MOST_BYTES - raw.size());
        raw.write(buffer, from, kept);
        if (kept < at - from) {
            state = State.TOO_LONG;
        }
    }

    private boolean isSign(byte b) {
        return b == '\n' || b == '\r' || b == quote || b == delimiter;
    }

    /** Counts the line; true when a line feed that belongs to a carriage return was passed over. */
    private boolean endLine(int b) {
        line = Math.addExact(line, 1);
        if (b == '\r' && (at < end || fill()) && buffer[at] == '\n') {
            at++;
            return true;
        }
        return false;
    }

    private int take() {
        return at < end || fill() ? buffer[at++] & 0xFF : NOTHING;
    }

    /** Called when everything in the buffer was taken, or nothing yet. */
    private boolean fill() {
        if (at == end) {
            at = 0;
            end = 0;
        }
        try {
            int count = in.read(buffer, end, buffer.length - end);
            end += Math.max(0, count);
            return count > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    State state() {
        return state;
    }

    /** The line in which the row begins. */
    int line() {
        return firstLine;
    }

    /** The line behind the row. */
    int nextLine() {
        return line;
    }

    /** Offset into {@link #bytes} where the quote that is at fault stands. */
    int faultOffset() {
        return faultOffset;
    }

    /** The raw bytes of the row without its line end. */
    byte[] bytes() {
        return raw.toByteArray();
    }
}

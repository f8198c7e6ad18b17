package dev.soc2.evidence.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream of bytes with a window on what was read last, so that a value can be cut out. The window is as long as a
 * value may be: of a longer one it lets go, and tells so.
 */
final class ByteWindow {

    private static final int LEAST_ROOM = 1 << 15;

    private final InputStream in;
    private final int most;
    private byte[] buffer = new byte[1 << 16];
    private long base;
    private int kept;
    private int at;
    private int end;
    private int line = 1;

    ByteWindow(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() throws IOException {
        return at < end || fill() ? buffer[at] & 0xFF : -1;
    }

    /** Takes the next byte; -1 at the end. */
    int take() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : -1;
    }

    /** Takes plain characters of a text: up to a quote, a backslash, a control character or one outside ASCII. */
    void takePlain() throws IOException {
        while (at < end || fill()) {
            byte b = buffer[at];
            if (b == '"' || b == '\\' || b < ' ') {
                return;
            }
            at++;
        }
    }

    /** The same, copying into an array from one place on and not beyond another; how many characters were taken. */
    int takePlain(byte[] copy, int from, int to) throws IOException {
        int count = 0;
        while (from + count < to && (at < end || fill())) {
            byte b = buffer[at];
            if (b == '"' || b == '\\' || b < ' ') {
                break;
            }
            copy[from + count] = b;
            count++;
            at++;
        }
        return count;
    }

    /** How many bytes were taken. */
    long offset() {
        return base + at;
    }

    /** Lets go of what lies before an offset. */
    void keepFrom(long offset) {
        int to = (int) Math.min(at, Math.max(kept, offset - base));
        for (int i = kept; i < to; i++) {
            line += buffer[i] == '\n' ? 1 : 0;
        }
        kept = to;
    }

    /** Whether everything since an offset is kept. */
    boolean holds(long offset) {
        return offset >= base + kept && offset() - offset <= most;
    }

    /** The line in which the first byte that is kept stands. */
    int line() {
        return line;
    }

    byte[] bytes() {
        return buffer;
    }

    /** Where a byte that is kept lies in {@link #bytes}. */
    int index(long offset) {
        return Math.toIntExact(offset - base);
    }

    private boolean fill() throws IOException {
        if (end - kept > most) {
            keepFrom(offset());
        }
        if (kept > 0) {
            System.arraycopy(buffer, kept, buffer, 0, end - kept);
            base += kept;
            at -= kept;
            end -= kept;
            kept = 0;
        }
        if (buffer.length - end < LEAST_ROOM) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count > 0;
    }
}

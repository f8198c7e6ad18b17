package dev.soc2.evidence.internal.file;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Cuts a stream into records at a separator byte. Holds one record at a time: of one that is longer than the limit only
 * the length is known, its bytes are passed over.
 */
public final class ByteRecords {

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final byte separator;
    private final int most;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private boolean drained;
    private int from;
    private int to;
    private long length;
    private boolean ended;

    public ByteRecords(InputStream in, int separator, int most) {
        this.in = in;
        this.separator = (byte) separator;
        this.most = most;
    }

    /** The first bytes of what was not read yet, fewer when the stream ends before. */
    public byte[] peek(int count) {
        while (end - start < count && fill()) {
            // fill() reads what there is, which may be less than asked for
        }
        return Arrays.copyOfRange(buffer, start, Math.min(end, start + count));
    }

    /** Passes over bytes that were peeked at. */
    public void skip(int count) {
        start = Math.min(end, start + count);
    }

    /** What was not read yet, for a reader of another kind. */
    public InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(buffer, start, end - start), new FilterInputStream(in) {
            @Override
            public void close() {
                // A sequence closes what it has read to its end; whoever opened the stream closes it.
            }
        });
    }

    /** Goes on to the next record. */
    public boolean next() {
        int at = start;
        while (true) {
            int found = find(at);
            if (found >= 0) {
                return record(found, true);
            }
            if (end - start > most) {
                return passOver();
            }
            at = end - start;
            if (!fill()) {
                return end > start && record(end, false);
            }
            at += start;
        }
    }

    private boolean record(int stop, boolean separated) {
        from = start;
        to = stop;
        length = (long) stop - start;
        ended = separated;
        start = separated ? stop + 1 : stop;
        return true;
    }

    private boolean passOver() {
        long passed = 0;
        while (true) {
            int found = find(start);
            if (found >= 0) {
                passed += found - start;
                start = found + 1;
                break;
            }
            passed += end - start;
            start = end;
            if (!fill()) {
                break;
            }
        }
        ended = start > 0 && start <= end && buffer[start - 1] == separator;
        length = passed;
        from = 0;
        to = 0;
        return true;
    }

    private int find(int at) {
        for (int i = at; i < end; i++) {
            if (buffer[i] == separator) {
                return i;
            }
        }
        return -1;
    }

    /** Makes room at the end of the buffer and reads into it. */
    private boolean fill() {
        if (drained) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int count = in.read(buffer, end, buffer.length - end);
            drained = count < 0;
            end += Math.max(0, count);
            return !drained;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The buffer that holds the record, good until the next one. */
    public byte[] bytes() {
        return buffer;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** Number of bytes in the record, its separator not counted. */
    public long length() {
        return length;
    }

    public boolean isTooLong() {
        return length > most;
    }

    /** Whether a separator follows, which only the last record may lack. */
    public boolean isEnded() {
        return ended;
    }
}

package dev.soc2.evidence.internal.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers the bytes that were read since some offset, up to a number of bytes, so that a value can be cut out. */
public final class Recorder extends FilterInputStream {

    private final int most;
    private byte[] kept = new byte[1 << 17];
    private long start;
    private int head;
    private int tail;
    private int line = 1;

    public Recorder(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read = super.read(bytes, offset, count);
        if (read > 0) {
            keep(bytes, offset, read);
        }
        return read;
    }

    private void keep(byte[] bytes, int offset, int count) {
        if (tail + count > kept.length) {
            byte[] room = tail - head + count > kept.length / 2 ? new byte[(tail - head + count) * 2] : kept;
            System.arraycopy(kept, head, room, 0, tail - head);
            kept = room;
            tail -= head;
            head = 0;
        }
        System.arraycopy(bytes, offset, kept, tail, count);
        tail += count;
    }

    /** Whether more is kept than a value may have. */
    public boolean isFull() {
        return tail - head > most;
    }

    /** Forgets what lies before an offset, and counts the lines in it. */
    public void forget(long before) {
        int to = head + (int) Math.min(tail - head, Math.max(0, before - start));
        for (int i = head; i < to; i++) {
            line += kept[i] == '\n' ? 1 : 0;
        }
        start += to - head;
        head = to;
    }

    /** Forgets all but the bytes that were read last. */
    public void forgetAllBut(int last) {
        forget(start + Math.max(0, tail - head - last));
    }

    /** The line in which the first byte that is kept stands. */
    public int line() {
        return line;
    }

    public byte[] kept() {
        return kept;
    }

    /** Where a byte of the stream lies in what is kept. */
    public int index(long offset) {
        return Math.toIntExact(head + offset - start);
    }
}

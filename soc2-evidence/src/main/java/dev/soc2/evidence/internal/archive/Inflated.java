package dev.soc2.evidence.internal.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A member while it is inflated: every byte counted, the ratio watched, size and check sum compared at the end. */
final class Inflated extends FilterInputStream {

    private static final long RATIO_FROM = 1 << 20;
    private static final long MOST_RATIO = 200;

    private final String document;
    private final Member member;
    private final Inflater inflater;
    private final LongConsumer counted;
    private final CRC32 crc = new CRC32();
    private long count;
    private boolean isEnded;

    Inflated(String document, Member member, InputStream packed, LongConsumer counted) {
        this(document, member, packed, counted, new Inflater(true));
    }

    private Inflated(String document, Member member, InputStream packed, LongConsumer counted, Inflater inflater) {
        super(member.isPacked() ? new InflaterInputStream(packed, inflater, 1 << 13) : packed);
        this.document = document;
        this.member = member;
        this.inflater = inflater;
        this.counted = counted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = isEnded ? -1 : super.read(buffer, offset, length);
        } catch (IOException e) {
            // Inflating bytes in memory fails for one reason only.
            throw damaged();
        }
        if (read > 0) {
            crc.update(buffer, offset, read);
            count += read;
            check();
            counted.accept(read);
        } else if (read < 0 && !isEnded) {
            isEnded = true;
            if (count != member.size() || crc.getValue() != member.crc()) {
                throw damaged();
            }
        }
        return read;
    }

    private void check() {
        if (count > member.size()) {
            throw damaged();
        }
        if (count > RATIO_FROM && count / MOST_RATIO > member.packed()) {
            throw new ArchiveException(
                    document,
                    "a part of it grows to more than " + MOST_RATIO + " times its size",
                    "save it again, or export CSV");
        }
    }

    private ArchiveException damaged() {
        return new ArchiveException(
                document,
                "a part of it is damaged, or is not of the size that it says",
                "export it again, and see that the export ends");
    }

    @Override
    public long skip(long most) throws IOException {
        return readNBytes((int) Math.min(most, 1 << 13)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }
}

package dev.soc2.report.internal.io;

import dev.soc2.model.document.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and digests what is written through it; closing it leaves the stream behind it open. */
public final class Digesting extends FilterOutputStream {

    private final MessageDigest digest = Sha256.start();
    private long count;

    /** Writes on to a stream. */
    public Digesting(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        count += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /** How many bytes were written. */
    public long count() {
        return count;
    }

    /** Their digest in hexadecimal; ends the digesting. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

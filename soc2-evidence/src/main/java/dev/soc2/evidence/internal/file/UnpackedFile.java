package dev.soc2.evidence.internal.file;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Location;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that may be packed with gzip, read unpacked. What a log unpacks to is bounded, and so is how many times larger
 * that is than the file: nothing that a system writes about its own work packs better.
 */
public final class UnpackedFile implements ExportFile {

    static final long MOST = 4L << 30;
    static final int MOST_TIMES = 250;
    /** As much may come out of a file of any size. */
    static final int ALWAYS = 8 << 20;

    private static final int BUFFER = 1 << 16;

    private final ExportFile file;

    private UnpackedFile(ExportFile file) {
        this.file = file;
    }

    /** Reads a file, packed or not; a file that cannot be unpacked is refused, and the rows before that stay. */
    public static void read(ExportFile file, Rows rows, ExportReading reading) throws IOException {
        try {
            reading.read(new UnpackedFile(file));
        } catch (EOFException e) {
            rows.refuse(List.of(ImportCode.BROKEN_OFF.at(
                    Location.of(file.document()),
                    "the packed file breaks off; what could be unpacked was read",
                    "fetch the file again")));
        } catch (ZipException e) {
            rows.refuse(List.of(ImportCode.PACKED.at(
                    Location.of(file.document()),
                    "the packed file is damaged, or unpacks to more than " + MOST + " bytes or " + MOST_TIMES
                            + " times its size; what came before was read",
                    "fetch the file again, or unpack it and look at it first")));
        }
    }

    @Override
    public String document() {
        return file.document();
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public String source() {
        return file.source();
    }

    @Override
    public Optional<Instant> extractedAt() {
        return file.extractedAt();
    }

    @Override
    public InputStream content() throws IOException {
        Counted packed = new Counted(file.content());
        BufferedInputStream in = new BufferedInputStream(packed, BUFFER);
        try {
            in.mark(FileSignature.LENGTH);
            byte[] head = in.readNBytes(FileSignature.LENGTH);
            in.reset();
            return FileSignature.isGzip(head) ? new Bounded(new GZIPInputStream(in, BUFFER), packed) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Counts what was read. */
    private static class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        long count() {
            return count;
        }
    }

    /** Ends a reading that gets too large. */
    private static final class Bounded extends Counted {

        private final Counted packed;

        Bounded(InputStream in, Counted packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (count() > MOST || (count() > ALWAYS && count() / MOST_TIMES > packed.count())) {
                throw new ZipException("too large");
            }
            return read;
        }
    }
}

package dev.soc2.evidence.internal.file;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of an export under a reader. Every opening of it is read to its end and digested, whatever the reader leaves
 * unread, so that the receipt's digest is that of the whole file and a change between two openings shows.
 */
public final class ReadExport implements ExportFile {

    private final InputFile file;
    private final String source;
    private final Optional<Instant> extractedAt;
    private final LongConsumer advanced;
    private @Nullable String sha256;

    private ReadExport(InputFile file, String source, Optional<Instant> extractedAt, LongConsumer advanced) {
        this.file = file;
        this.source = source;
        this.extractedAt = extractedAt;
        this.advanced = advanced;
    }

    public static ReadExport of(InputFile file, String source, Optional<Instant> extractedAt, LongConsumer advanced) {
        return new ReadExport(file, source, extractedAt, advanced);
    }

    /** Lets a reading have the file; answers the file's SHA-256, which is empty for a folder. */
    public String read(ExportReading reading) {
        try {
            reading.read(this);
            if (Files.isDirectory(file.path())) {
                return "";
            }
            if (sha256 == null) {
                content().close();
            }
            return sha256 == null ? "" : sha256;
        } catch (IOException | UncheckedIOException e) {
            throw new Soc2Exception(
                    ImportCode.UNREADABLE.at(
                            Location.of(file.document()),
                            "the file cannot be read",
                            "check that it is there and that it may be read"),
                    e);
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
        return source;
    }

    @Override
    public Optional<Instant> extractedAt() {
        return extractedAt;
    }

    @Override
    public InputStream content() throws IOException {
        return new Metered(Files.newInputStream(file.path()));
    }

    private void closed(String digest) {
        if (sha256 != null && !sha256.equals(digest)) {
            throw new Soc2Exception(ImportCode.CHANGED.at(
                    Location.of(file.document()),
                    "the file changed while it was read",
                    "import it again once nobody writes to it"));
        }
        sha256 = digest;
    }

    private final class Metered extends FilterInputStream {

        private final MessageDigest digest = Sha256.start();
        private long count;
        private boolean isOpen = true;

        Metered(InputStream in) {
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
            if (read > 0) {
                digest.update(bytes, offset, read);
                count += read;
                advanced.accept(count);
            }
            return read;
        }

        @Override
        public long skip(long most) throws IOException {
            return readNBytes((int) Math.min(most, 1 << 16)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            if (isOpen) {
                isOpen = false;
                transferTo(OutputStream.nullOutputStream());
                super.close();
                closed(HexFormat.of().formatHex(digest.digest()));
            }
        }
    }
}

package dev.soc2.evidence.internal.file;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads a file once, from front to back, and digests every byte of it on the way. */
public final class FileReading {

    private FileReading() {}

    /**
     * Reads a file to its end, whatever the reader leaves unread.
     *
     * @return SHA-256 of the whole file
     */
    public static String read(InputFile file, LongConsumer advanced, Consumer<InputStream> reader) {
        try (Metered in = new Metered(Files.newInputStream(file.path()), advanced)) {
            reader.accept(in);
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.digest.digest());
        } catch (IOException | UncheckedIOException e) {
            throw new Soc2Exception(
                    ImportCode.UNREADABLE.at(
                            Location.of(file.document()),
                            "the file cannot be read",
                            "check that it is there and that it may be read"),
                    e);
        }
    }

    private static final class Metered extends FilterInputStream {

        private final MessageDigest digest = sha256();
        private final LongConsumer advanced;
        private long count;

        Metered(InputStream in, LongConsumer advanced) {
            super(in);
            this.advanced = advanced;
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

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}

package dev.soc2.evidence.internal.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A bundle that is one ZIP file, read where it lies: nothing is unpacked to a disk. */
final class ZipFiles implements BundleFiles {

    private final ZipFile zip;
    private final Digesting digesting = new Digesting();

    ZipFiles(Path file) throws IOException {
        zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> read(String path, int most) throws IOException {
        Optional<InputStream> file = open(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = file.get()) {
            return Optional.of(in.readNBytes(most + 1));
        }
    }

    @Override
    public Optional<Long> size(String path) {
        return Optional.ofNullable(zip.getEntry(path)).map(ZipEntry::getSize);
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        return entry == null ? Optional.empty() : Optional.of(new Measured(zip.getInputStream(entry), entry.getSize()));
    }

    @Override
    public void walk(Taker taker) throws IOException {
        List<String> paths = new ArrayList<>(zip.size());
        zip.stream().map(ZipEntry::getName).forEach(paths::add);
        paths.sort((a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        for (String path : paths) {
            taker.take(path, () -> {
                try (InputStream in = open(path).orElseThrow(() -> new IOException("the file went away"))) {
                    return digesting.sha256(in);
                }
            });
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Stops a file that unpacks to more than its directory says. */
    private static final class Measured extends FilterInputStream {

        private long left;

        Measured(InputStream in, long size) {
            super(in);
            left = size;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? -1 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            count(count);
            return count;
        }

        private void count(int count) throws IOException {
            left -= Math.max(0, count);
            if (left < 0) {
                throw new IOException("the file is longer than it says");
            }
        }
    }
}

package dev.soc2.evidence.internal.bundle;

import dev.soc2.model.document.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A bundle in memory, where a byte is changed faster than on a disk. All its paths are ASCII. */
final class MemoryFiles implements BundleFiles {

    final TreeMap<String, byte[]> files = new TreeMap<>();

    static MemoryFiles of(Path folder) throws IOException {
        MemoryFiles memory = new MemoryFiles();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                memory.files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return memory;
    }

    @Override
    public Optional<byte[]> read(String path, int most) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    @Override
    public Optional<Long> size(String path) {
        return Optional.ofNullable(files.get(path)).map(bytes -> (long) bytes.length);
    }

    @Override
    public Optional<InputStream> open(String path) {
        return Optional.ofNullable(files.get(path)).map(ByteArrayInputStream::new);
    }

    @Override
    public void walk(Taker taker) throws IOException {
        for (var file : files.entrySet()) {
            taker.take(file.getKey(), () -> Sha256.hex(file.getValue()));
        }
    }

    @Override
    public void close() {
        // Memory is not held open.
    }
}

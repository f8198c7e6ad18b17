package dev.soc2.evidence.internal.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** A bundle that is a folder. Links are never followed: whatever is no regular file cannot be read. */
final class FolderFiles implements BundleFiles {

    /** No path of a bundle has more parts: tiles of a log of 2^63 entries have 9. */
    private static final int DEEPEST = 16;

    private final Path root;
    private final Digesting digesting = new Digesting();

    FolderFiles(Path root) {
        this.root = root;
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
    public Optional<Long> size(String path) throws IOException {
        Path file = root.resolve(path);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(Files.size(file)) : Optional.empty();
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        Path file = root.resolve(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(regular(file));
    }

    private static InputStream regular(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("this is no regular file");
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void walk(Taker taker) throws IOException {
        walk(root, "", 0, taker);
    }

    private void walk(Path folder, String below, int depth, Taker taker) throws IOException {
        // A folder sorts as its name with a slash, so that whole paths are in the order of their bytes.
        TreeMap<String, Path> inside = new TreeMap<>((a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && depth < DEEPEST;
                inside.put(below + path.getFileName() + (isFolder ? "/" : ""), path);
            }
        }
        for (var entry : inside.entrySet()) {
            if (entry.getKey().endsWith("/")) {
                walk(entry.getValue(), entry.getKey(), depth + 1, taker);
            } else {
                taker.take(entry.getKey(), () -> {
                    try (InputStream in = regular(entry.getValue())) {
                        return digesting.sha256(in);
                    }
                });
            }
        }
    }

    @Override
    public void close() {
        // A folder is not held open.
    }
}

package dev.soc2.evidence.internal.tiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Gives the files of a log by their paths. */
@FunctionalInterface
public interface TileSource {

    /**
     * The bytes of a file, or one more than {@code most} of them when it is longer; nothing when there is no such file.
     */
    Optional<byte[]> read(String path, int most) throws IOException;

    /** Reads regular files below a folder; what a link at their place points to is not read. */
    static TileSource in(Path folder) {
        return (path, most) -> {
            Path file = folder.resolve(path);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("this is no regular file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(in.readNBytes(most + 1));
            }
        };
    }
}

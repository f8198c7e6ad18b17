package dev.soc2.evidence.internal.tiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Takes the files of a log one by one. */
@FunctionalInterface
public interface TileSink {

    /** A path with forward slashes, relative to the root of the log, and the bytes that stand there for ever. */
    void take(String path, byte[] bytes) throws IOException;

    /** Writes new files below a folder; a file that is there already is a fault, not overwritten. */
    static TileSink into(Path folder) {
        return (path, bytes) -> {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        };
    }
}

package dev.soc2.evidence.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that a fuzzer begins with, which every build replays. */
public final class Seeds {

    private Seeds() {}

    /** The files of a target. */
    public static Stream<byte[]> of(String target) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", target))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream().map(Seeds::bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

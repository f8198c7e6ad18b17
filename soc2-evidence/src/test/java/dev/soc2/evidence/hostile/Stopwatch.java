package dev.soc2.evidence.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long each case took to be refused, slowest first, left in a file for whoever states figures; nothing is asserted. */
final class Stopwatch implements AfterAllCallback {

    private final Map<String, Long> nanos = new ConcurrentHashMap<>();
    private final Path file;

    Stopwatch(Path file) {
        this.file = file;
    }

    /** Something that takes time. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    <T> T measure(String name, Step<T> step) throws IOException {
        long before = System.nanoTime();
        T result = step.run();
        nanos.put(name, System.nanoTime() - before);
        return result;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Files.createDirectories(file.getParent());
        String lines = nanos.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> String.format(Locale.ROOT, "%.3f s\t%s\n", entry.getValue() / 1e9, entry.getKey()))
                .collect(Collectors.joining());
        Files.write(file, lines.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.soc2.evidence.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long each case took to be refused, left in a file for whoever states figures, slowest first: by the clock, and of
 * the processors for the whole virtual machine, which a busy machine does not change much. Nothing is asserted of it.
 */
final class Stopwatch implements AfterAllCallback {

    private final Map<String, Times> cases = new ConcurrentHashMap<>();
    private final Path file;

    Stopwatch(Path file) {
        this.file = file;
    }

    private record Times(Duration clock, Duration processors) {}

    /** Something that takes time. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    <T> T measure(String name, Step<T> step) throws IOException {
        Duration used = processors();
        long began = System.nanoTime();
        T result = step.run();
        cases.put(
                name,
                new Times(
                        Duration.ofNanos(System.nanoTime() - began),
                        processors().minus(used)));
        return result;
    }

    private static Duration processors() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Files.createDirectories(file.getParent());
        String lines = cases.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Times> entry) ->
                                entry.getValue().clock())
                        .reversed())
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%.3f\t%.2f\t%s\n",
                        entry.getValue().clock().toNanos() / 1e9,
                        entry.getValue().processors().toMillis() / 1e3,
                        entry.getKey()))
                .collect(Collectors.joining());
        Files.write(file, lines.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.soc2.quickstart;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.TestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The engagement folders that are shipped, and how tests look into what comes out of them. */
final class Shipped {

    static final Path KAFKA = Path.of("src/main/engagements/kafka-2023");
    static final Path ACME = Path.of("src/main/engagements/acme-2025");
    static final Path PUBLIC = Path.of("src/main/engagements/public-records");

    private Shipped() {}

    static Assessment assess(Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return EngagementFolder.assess(folder, new InMemoryEvidence(), new Progress(nowhere, false))
                .assessment();
    }

    static TestResult test(Assessment assessment, String control, String test) {
        return assessment.controls().stream()
                .filter(c -> c.control().id().equals(control))
                .flatMap(c -> c.tests().stream())
                .filter(t -> t.id().equals(test))
                .findFirst()
                .orElseThrow();
    }

    static List<String> deviations(TestResult test) {
        return test.items().stream()
                .filter(i -> i.outcome() == ItemOutcome.DEVIATION)
                .map(i -> i.id())
                .sorted()
                .toList();
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}

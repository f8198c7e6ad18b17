package dev.soc2.quickstart.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AcmeFilesTest {

    private static final Path SHIPPED = Path.of("src/main/engagements/acme-2025");

    @Test
    void shippedFilesAreWhatTheSeedGives() throws IOException {
        SortedMap<String, byte[]> files = AcmeFiles.of(AcmeFiles.SHIPPED_SEED);

        for (var file : files.entrySet()) {
            assertThat(Files.readAllBytes(SHIPPED.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
        try (Stream<Path> shipped = Files.list(SHIPPED.resolve("evidence"))) {
            List<String> names =
                    shipped.map(path -> "evidence/" + path.getFileName()).toList();
            assertThat(files.keySet()).containsAll(names);
        }
    }

    @Test
    void theShippedYearIsModest() {
        long bytes = AcmeFiles.of(AcmeFiles.SHIPPED_SEED).values().stream()
                .mapToLong(content -> content.length)
                .sum();

        assertThat(bytes).isBetween(100_000L, 7_000_000L);
    }
}

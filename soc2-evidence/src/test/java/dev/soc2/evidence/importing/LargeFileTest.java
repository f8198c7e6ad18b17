package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file many times larger than the memory of the process that imports it. */
class LargeFileTest {

    private static final int ROWS = 200_000;

    @TempDir
    Path temporary;

    /** What runs in a process of its own: imports a file, and keeps none of its records. */
    static final class Main {

        public static void main(String[] arguments) throws IOException {
            EvidenceStore nowhere = new EvidenceStore() {
                @Override
                public boolean add(Evidence evidence) {
                    return true;
                }

                @Override
                public void received(ImportReceipt receipt) {
                    // Only the count matters.
                }
            };
            ImportReceipt receipt = Importers.jsonl().importInto(nowhere, Path.of(arguments[0]));
            Files.writeString(Path.of(arguments[1]), Long.toString(receipt.stored()));
        }
    }

    private static String classPath() throws ClassNotFoundException {
        // The parser is a module that this one does not read: it is asked for by name.
        Class<?> parser = Class.forName("com.fasterxml.jackson.core.JsonFactory");
        return Stream.of(LargeFileTest.class, Importers.class, Evidence.class, parser, CSVFormat.class)
                .map(type -> Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path rows() {
        Path file = temporary.resolve("large.jsonl");
        String padding = "x".repeat(900);
        try (OutputStream out = Files.newOutputStream(file)) {
            StringBuilder block = new StringBuilder();
            for (int i = 0; i < ROWS; i++) {
                block.append("{\"id\":\"r")
                        .append(i)
                        .append("\",\"type\":\"a.b\",\"subject\":\"s\",\"occurredAt\":\"2025-01-01T00:00:00Z\","
                                + "\"source\":\"s\",\"attributes\":{\"note\":\"")
                        .append(padding)
                        .append("\"}}\n");
                if (i % 1_000 == 999) {
                    out.write(block.toString().getBytes(StandardCharsets.US_ASCII));
                    block.setLength(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Test
    void twoHundredMegabytesAreImportedIn24MegabytesOfHeap()
            throws IOException, InterruptedException, ClassNotFoundException {
        Path file = rows();
        Path count = temporary.resolve("count");
        assertThat(Files.size(file)).isGreaterThan(200_000_000);

        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        file.toString(),
                        count.toString()))
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue())
                .as(Files.readString(temporary.resolve("output")))
                .isZero();
        assertThat(Files.readString(count)).isEqualTo(Integer.toString(ROWS));
    }
}

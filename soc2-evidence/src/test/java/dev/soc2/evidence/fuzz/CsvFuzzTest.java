package dev.soc2.evidence.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.evidence.importing.CsvMapping;
import dev.soc2.evidence.importing.Importers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of a table ends as a record or as a refusal. */
class CsvFuzzTest {

    private static final ImportedFile FILE =
            new ImportedFile(Importers.csv(CsvMapping.read("mapping.yaml", """
            type: {column: T, values: {L: hr.terminated}, ignore: [X]}
            subject: ID
            zone: America/New_York
            occurredAt: {column: When, format: dd/MM/uuuu, at: END_OF_DAY}
            attributes: {n: {column: N, type: decimal}, l: {column: L, type: list}}
            """.getBytes(StandardCharsets.UTF_8))));

    static Stream<byte[]> seeds() {
        return Seeds.of("csv");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void everyRowIsCounted(byte[] bytes) throws IOException {
        FILE.addsUp(bytes);
    }
}

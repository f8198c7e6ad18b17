package dev.soc2.evidence.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of an OSCAL document in JSON, XML or YAML ends as a record or as a refusal. */
class OscalFuzzTest {

    private static final ImportedFile FILE = new ImportedFile(Importers.of("OSCAL", ImportOptions.NONE));

    static Stream<byte[]> seeds() {
        return Seeds.of("oscal");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void everyRowIsCounted(byte[] bytes) throws IOException {
        FILE.addsUp(bytes);
    }
}

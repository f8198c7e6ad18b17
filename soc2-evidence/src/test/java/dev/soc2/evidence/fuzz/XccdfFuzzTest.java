package dev.soc2.evidence.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Each result of a scan in XML ends as a record or as a refusal. */
class XccdfFuzzTest {

    private static final ImportedFile FILE = new ImportedFile(Importers.of("XCCDF", ImportOptions.NONE));

    static Stream<byte[]> seeds() {
        return Seeds.of("xccdf");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void everyRowIsCounted(byte[] bytes) throws IOException {
        FILE.addsUp(bytes);
    }
}

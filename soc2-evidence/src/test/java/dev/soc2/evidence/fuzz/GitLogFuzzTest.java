package dev.soc2.evidence.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Each commit of a history, plain or as JSON lines, ends as a record or as a refusal. */
class GitLogFuzzTest {

    private static final ImportedFile FILE = new ImportedFile(Importers.of("GIT_LOG", ImportOptions.NONE));

    static Stream<byte[]> seeds() {
        return Seeds.of("git-log");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void everyCommitIsCounted(byte[] bytes) throws IOException {
        FILE.addsUp(bytes);
    }
}

package dev.soc2.evidence.importing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.evidence.fuzz.ImportedFile;
import dev.soc2.evidence.fuzz.Seeds;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of a workbook end as records or as refusals, whatever its sheet says; so does a workbook of any bytes. */
class XlsxFuzzTest {

    private static final ImportedFile FILE = new ImportedFile(Importers.of("XLSX", new XlsxFormatTest().options()));

    static Stream<byte[]> seeds() {
        return Seeds.of("xlsx");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void everyRowIsCounted(byte[] bytes) throws IOException {
        boolean isWhole = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        try {
            FILE.addsUp(
                    isWhole
                            ? bytes
                            : WorkbookParts.of(new String(bytes, StandardCharsets.UTF_8))
                                    .stored());
        } catch (Soc2Exception e) {
            if (e.issues().isEmpty()) {
                throw e;
            }
        }
    }
}

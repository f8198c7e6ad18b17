package dev.soc2.evidence.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.evidence.importing.CsvMapping;
import dev.soc2.model.issue.Soc2Exception;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A mapping of tables in YAML is read, or refused with places. */
class MappingFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.of("mapping");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void isReadOrRefused(byte[] bytes) {
        try {
            CsvMapping.read("mapping.yaml", bytes);
        } catch (Soc2Exception e) {
            assertThat(e.issues())
                    .isNotEmpty()
                    .allMatch(issue -> !issue.render().isBlank());
        }
    }
}

package dev.soc2.rules.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.RulePacks;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule pack in YAML is read, or refused with places. */
class PackFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.of("pack");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
    void isReadOrRefused(byte[] bytes) {
        try {
            RulePacks.read("pack.yaml", bytes, CriteriaDocument.builtIn());
        } catch (Soc2Exception e) {
            assertThat(e.issues())
                    .isNotEmpty()
                    .allMatch(issue -> !issue.render().isBlank());
        }
    }
}

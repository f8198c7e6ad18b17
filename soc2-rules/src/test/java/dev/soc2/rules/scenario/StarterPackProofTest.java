package dev.soc2.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.RulePacks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Law 8: a test that cannot fail is a defect; the pack that ships has none. */
class StarterPackProofTest {

    /** One folder for each control. */
    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios", "starter");

    private static PackProofResult result = new PackProofResult("none", List.of());

    @BeforeAll
    static void prove() {
        result = PackProof.of(RulePacks.starter(), Scenarios.in(FOLDER)).run();
    }

    @Test
    void noTestCannotFail() {
        assertThat(result.cannotFail()).as(result.text()).isEmpty();
    }

    @Test
    void everyTestIsProven() {
        assertThat(result.tests()).hasSize(98);
        assertThat(result.tests()).as(result.text()).allMatch(test -> test.verdict() == ProofVerdict.PROVEN);
    }
}

package dev.soc2.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.RulePacks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PackProofTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "packproof");

    @Test
    void show() {
        Scenarios.in(FOLDER).stream().forEach(Scenario::check);
        PackProofResult r = PackProof.of(RulePacks.read(FOLDER.resolve("mixed-pack.yaml")), Scenarios.in(FOLDER)).run();
        assertThat(r.text()).isEqualTo("");
    }
}

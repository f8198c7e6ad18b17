package dev.soc2.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The semantics as examples: every scenario comes out as it was worked out by hand. */
class ShippedScenariosTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");

    @TestFactory
    Stream<DynamicTest> comesOutAsWorkedOutByHand() {
        return Scenarios.in(FOLDER).stream()
                .map(s -> dynamicTest(s.name(), s.file().toUri(), s::check));
    }

    @Test
    void thereAreAsManyAsThereWere() {
        assertThat(Scenarios.in(FOLDER).size()).isGreaterThanOrEqualTo(228);
    }
}

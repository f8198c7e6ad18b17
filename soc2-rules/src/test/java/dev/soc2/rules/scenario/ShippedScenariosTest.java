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

    /** An option that is not evaluated yet is said to be so; it is never passed over. */
    @TestFactory
    Stream<DynamicTest> anOptionOfALaterVersionIsConcludedAsNotTested() {
        return Scenarios.in(Path.of("src", "test", "resources", "scenarios-later")).stream()
                .map(s -> dynamicTest(
                        s.name(),
                        s.file().toUri(),
                        () -> assertThat(s.run().mismatches())
                                .extracting(Mismatch::actual)
                                .anyMatch(actual -> actual.startsWith("NOT_TESTED"))));
    }

    @Test
    void thereAreAsManyAsThereWere() {
        assertThat(Scenarios.in(FOLDER).size()).isGreaterThanOrEqualTo(228);
    }
}

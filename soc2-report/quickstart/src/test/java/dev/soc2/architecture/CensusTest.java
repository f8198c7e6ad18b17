package dev.soc2.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule that sees nothing is always green. */
class CensusTest {

    @ParameterizedTest
    @EnumSource(House.class)
    void everyModuleWasSeen(House module) {
        assertThat(module.size()).as("classes in %s", module.mainClasses()).isGreaterThanOrEqualTo(module.atLeast);
    }
}

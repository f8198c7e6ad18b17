package dev.soc2.rules.oracle.a;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The engine and the second evaluator agree. */
class SlaOracleProperties {

    private final OracleKind kind = new SlaOracle();

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(random -> random.nextLong());
    }

    /** 500 cases; 10,000 in the profile `deep`. */
    @Property(seed = "20251122", tries = 500, shrinking = ShrinkingMode.OFF)
    void theEngineSaysWhatTheDefinitionSays(@ForAll("seeds") long seed) {
        OracleComparison.agree(kind, seed);
    }

    @Example
    void theCasesReachEveryOutcome() {
        assertThat(OracleComparison.tally(kind, 2_000))
                .containsKeys(
                        "CONFORMING ON_TIME",
                        "DEVIATION LATE",
                        "DEVIATION MISSING",
                        "DEVIATION EXCEPTION_TOO_LATE",
                        "EXCUSED EXCUSED_BEFORE_DUE",
                        "OUT_OF_SCOPE CARRY_IN",
                        "OUT_OF_SCOPE CARRY_OUT",
                        "PENDING NOT_YET_DUE",
                        "UNDETERMINED EXPRESSION_ERROR",
                        "UNDETERMINED SOURCE_GAP",
                        "UNDETERMINED LIMIT_UNKNOWN",
                        "UNDETERMINED START_UNKNOWN",
                        "UNDETERMINED STOP_BEFORE_START",
                        "UNDETERMINED STOP_UNREADABLE");
    }
}

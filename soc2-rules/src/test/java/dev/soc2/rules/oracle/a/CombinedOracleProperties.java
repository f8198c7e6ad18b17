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
class CombinedOracleProperties {

    private final OracleKind kind = new CombinedOracle();

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
        assertThat(OracleComparison.tally(kind, 200))
                .containsKeys(
                        "EFFECTIVE *",
                        "EFFECTIVE_WITH_DEVIATIONS *",
                        "INSUFFICIENT_EVIDENCE *",
                        "INEFFECTIVE *",
                        "DID_NOT_OPERATE *",
                        "CONFORMING SATISFIED",
                        "CONFORMING ON_TIME",
                        "DEVIATION PREDICATE_FALSE",
                        "DEVIATION LATE",
                        "DEVIATION MISSING",
                        "EXCUSED EXCUSED_BEFORE_DUE",
                        "OUT_OF_SCOPE CARRY_IN",
                        "PENDING NOT_YET_DUE",
                        "UNDETERMINED EXPRESSION_ERROR",
                        "UNDETERMINED SOURCE_GAP");
    }
}

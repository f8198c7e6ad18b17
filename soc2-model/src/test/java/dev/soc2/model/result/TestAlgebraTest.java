package dev.soc2.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected conclusions are those of the published cases, or shares worked out by hand in the comment. */
class TestAlgebraTest {

    private static Concluded<OperatingConclusion> census(long conforming, long other, long late, long undetermined) {
        return conclude(conforming, other, late, undetermined, false, DeviationPolicy.CENSUS);
    }

    private static Concluded<OperatingConclusion> conclude(
            long conforming, long other, long late, long undetermined, boolean systemic, DeviationPolicy policy) {
        return TestAlgebra.conclude(
                new TestFacts(
                        new OutcomeCounts(conforming, other + late, undetermined, 0, 0, 0),
                        late,
                        systemic,
                        IpeStatus.VERIFIED,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE),
                policy,
                AssuranceLevel.STANDARD);
    }

    private static DeviationPolicy tolerance(String rate) {
        return new DeviationPolicy.Tolerance(new BigDecimal(rate));
    }

    @Test
    void threeOfManyChangesAreBorne() {
        // Published cases 1 and 2: 3 / 214 = 1.4 %, whether in one week or in three months with three causes.
        Concluded<OperatingConclusion> concluded = census(211, 3, 0, 0);

        assertThat(concluded.conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS);
        assertThat(concluded.reasons())
                .containsExactly(new Reason(ReasonCode.WITHIN_POLICY, "3 of 214 (1.4 %) under CENSUS"));
    }

    @Test
    void aFifthOfTheChangesIsNotBorneEvenIfFixedLater() {
        // Published case 3: 40 / 214 = 18.69 %, printed as 18.7 %.
        Concluded<OperatingConclusion> concluded = census(174, 40, 0, 0);

        assertThat(concluded.conclusion()).isEqualTo(OperatingConclusion.INEFFECTIVE);
        assertThat(concluded.reasons())
                .containsExactly(new Reason(ReasonCode.EXCEEDS_POLICY, "40 of 214 (18.7 %) under CENSUS"));
    }

    @Test
    void oneLateReviewOfFourIsBorneAndOneMissingIsNot() {
        // Published cases 4 and 5.
        assertThat(census(3, 0, 1, 0).conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS);
        assertThat(census(3, 1, 0, 0).conclusion()).isEqualTo(OperatingConclusion.INEFFECTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "EFFECTIVE, 1, 0, 0, 0", // one item, and it conforms
        "EFFECTIVE_WITH_DEVIATIONS, 19, 1, 0, 0", // 1 / 20 = 5 %, not more
        "INEFFECTIVE, 18, 1, 0, 0", // 19 items: any deviation that is not late
        "EFFECTIVE_WITH_DEVIATIONS, 18, 0, 1, 0", // 19 items: one late
        "INEFFECTIVE, 17, 0, 2, 0", // 19 items: two late
        "INEFFECTIVE, 17, 1, 1, 0", // 19 items: one late, one not
        "INEFFECTIVE, 18, 0, 2, 0", // 2 / 20 = 10 %: from 20 on, late or not is the same
        "EFFECTIVE_WITH_DEVIATIONS, 38, 2, 0, 0", // 2 / 40 = 5 %
        "INEFFECTIVE, 37, 2, 0, 0", // 2 / 39 = 5.1 %
        "EFFECTIVE_WITH_DEVIATIONS, 0, 0, 1, 0", // the only item, late
        "INEFFECTIVE, 0, 1, 0, 0",
        "INSUFFICIENT_EVIDENCE, 0, 0, 0, 1", // the only item, unknown
        "EFFECTIVE_WITH_DEVIATIONS, 19, 0, 0, 1", // at worst 1 / 20
        "INSUFFICIENT_EVIDENCE, 18, 0, 0, 1", // 19 items: the unknown one may be missing
        "INSUFFICIENT_EVIDENCE, 18, 1, 0, 1", // 1 / 20 is borne, 2 / 20 is not
        "INEFFECTIVE, 17, 2, 0, 1", // 2 / 20 is not borne, whatever the unknown one is
        "INSUFFICIENT_EVIDENCE, 17, 0, 1, 1", // 19 items: late alone is borne, with an unknown one it is not
        "EFFECTIVE_WITH_DEVIATIONS, 38, 1, 0, 1" // at worst 2 / 40
    })
    void theCensusPolicyHasTheseBorders(
            OperatingConclusion expected, long conforming, long other, long late, long undetermined) {
        assertThat(census(conforming, other, late, undetermined).conclusion()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, EFFECTIVE_WITH_DEVIATIONS, 39, 1, 0", // 1 / 40 = 2.5 %
        "0.025, INEFFECTIVE, 38, 1, 0", // 1 / 39 = 2.56 %
        "0.3333333333, INEFFECTIVE, 2, 1, 0", // 1 / 3 is more than any of its decimals
        "0.3333333334, EFFECTIVE_WITH_DEVIATIONS, 2, 1, 0",
        "0, EFFECTIVE, 5, 0, 0",
        "0, INEFFECTIVE, 999, 1, 0",
        "0, INSUFFICIENT_EVIDENCE, 999, 0, 1",
        "0.5, INSUFFICIENT_EVIDENCE, 1, 1, 1", // 1 / 3 is borne, 2 / 3 is not
        "0.999, INSUFFICIENT_EVIDENCE, 0, 0, 3" // nothing known is never good
    })
    void aToleranceIsComparedExactly(
            String rate, OperatingConclusion expected, long conforming, long deviations, long undetermined) {
        assertThat(conclude(conforming, deviations, 0, undetermined, false, tolerance(rate))
                        .conclusion())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EFFECTIVE, 1000, 0, 0, 0",
        "INEFFECTIVE, 999, 1, 0, 0",
        "INEFFECTIVE, 999, 0, 1, 0",
        "INSUFFICIENT_EVIDENCE, 999, 0, 0, 1",
        "INEFFECTIVE, 999, 1, 0, 1"
    })
    void theStrictPolicyBearsNothing(
            OperatingConclusion expected, long conforming, long other, long late, long undetermined) {
        assertThat(conclude(conforming, other, late, undetermined, false, DeviationPolicy.STRICT)
                        .conclusion())
                .isEqualTo(expected);
    }

    @Test
    void aSystemicDeviationIsNotBorneUnderAnyPolicy() {
        for (DeviationPolicy policy :
                new DeviationPolicy[] {DeviationPolicy.CENSUS, DeviationPolicy.STRICT, tolerance("0.9")}) {
            Concluded<OperatingConclusion> concluded = conclude(999, 1, 0, 0, true, policy);

            assertThat(concluded.conclusion()).isEqualTo(OperatingConclusion.INEFFECTIVE);
            assertThat(concluded.reasons()).extracting(Reason::code).contains(ReasonCode.SYSTEMIC);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Published case 6: no item, with and without a recorded query.
        "VERIFIED, 0, 0, DID_NOT_OPERATE, EMPTY_POPULATION_PROVEN",
        "UNVERIFIED, 0, 0, INSUFFICIENT_EVIDENCE, EMPTY_POPULATION_UNPROVEN",
        "PARTIAL, 0, 0, INSUFFICIENT_EVIDENCE, EMPTY_POPULATION_UNPROVEN",
        "FAILED, 0, 0, INSUFFICIENT_EVIDENCE, IPE_FAILED",
        "NOT_NEEDED, 0, 0, INSUFFICIENT_EVIDENCE, EMPTY_POPULATION_UNPROVEN",
        // All pending or excused.
        "VERIFIED, 0, 3, DID_NOT_OPERATE, NOT_YET_DUE",
        "VERIFIED, 2, 0, DID_NOT_OPERATE, EXCUSED_BEFORE_DUE",
        "UNVERIFIED, 2, 3, INSUFFICIENT_EVIDENCE, NOT_YET_DUE",
        "NOT_NEEDED, 0, 4, DID_NOT_OPERATE, NOT_YET_DUE",
        "FAILED, 2, 3, INSUFFICIENT_EVIDENCE, IPE_FAILED"
    })
    void whereNothingWasEvaluatedNothingIsEffective(
            IpeStatus ipe, long excused, long pending, OperatingConclusion expected, ReasonCode reason) {
        Concluded<OperatingConclusion> concluded = TestAlgebra.conclude(
                new TestFacts(
                        new OutcomeCounts(0, 0, 0, excused, pending, 7),
                        0,
                        false,
                        ipe,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE),
                DeviationPolicy.CENSUS,
                AssuranceLevel.STANDARD);

        assertThat(concluded.conclusion()).isEqualTo(expected);
        assertThat(concluded.reasons()).extracting(Reason::code).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, STRICT, 0, EFFECTIVE",
        "NOT_NEEDED, STRICT, 0, EFFECTIVE",
        "UNVERIFIED, STANDARD, 0, EFFECTIVE",
        "UNVERIFIED, STRICT, 0, INSUFFICIENT_EVIDENCE",
        "PARTIAL, STRICT, 0, INSUFFICIENT_EVIDENCE",
        "PARTIAL, STRICT, 1, INSUFFICIENT_EVIDENCE", // 1 / 40 would be borne
        "PARTIAL, STANDARD, 1, EFFECTIVE_WITH_DEVIATIONS",
        "UNVERIFIED, STRICT, 3, INEFFECTIVE", // 3 / 40 = 7.5 % stands
        "FAILED, STANDARD, 0, INSUFFICIENT_EVIDENCE",
        "FAILED, STANDARD, 40, INSUFFICIENT_EVIDENCE"
    })
    void whatIsUnprovenIsNotEffectiveUnderStrictAssurance(
            IpeStatus ipe, AssuranceLevel assurance, long deviations, OperatingConclusion expected) {
        Concluded<OperatingConclusion> concluded = TestAlgebra.conclude(
                new TestFacts(
                        new OutcomeCounts(40 - deviations, deviations, 0, 0, 0, 0),
                        0,
                        false,
                        ipe,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE),
                DeviationPolicy.CENSUS,
                assurance);

        assertThat(concluded.conclusion()).isEqualTo(expected);
        boolean caveat = ipe == IpeStatus.UNVERIFIED || ipe == IpeStatus.PARTIAL;
        assertThat(concluded.reasons().stream().anyMatch(r -> r.code() == ReasonCode.IPE_UNVERIFIED))
                .isEqualTo(caveat);
    }

    private static OperatingConclusion prohibited(
            long deviations, long undetermined, long excused, IpeStatus ipe, ItemMeaning items) {
        return TestAlgebra.conclude(
                        new TestFacts(
                                new OutcomeCounts(0, deviations, undetermined, excused, 0, 0),
                                0,
                                false,
                                ipe,
                                OperatingConclusion.INSUFFICIENT_EVIDENCE,
                                items),
                        tolerance("0.99"),
                        AssuranceLevel.STRICT)
                .conclusion();
    }

    @Test
    void whatMustNotExistIsWeighedByNoPolicy() {
        // semantics 7, PROHIBITION: proven empty is effective, any match is not, only undetermined ones cannot be said.
        assertThat(prohibited(0, 0, 0, IpeStatus.VERIFIED, ItemMeaning.PROHIBITED))
                .isEqualTo(OperatingConclusion.EFFECTIVE);
        assertThat(prohibited(0, 0, 3, IpeStatus.VERIFIED, ItemMeaning.PROHIBITED))
                .isEqualTo(OperatingConclusion.EFFECTIVE);
        assertThat(prohibited(0, 0, 0, IpeStatus.UNVERIFIED, ItemMeaning.PROHIBITED))
                .isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(prohibited(0, 0, 0, IpeStatus.PARTIAL, ItemMeaning.PROHIBITED))
                .isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(prohibited(0, 0, 0, IpeStatus.NOT_NEEDED, ItemMeaning.PROHIBITED))
                .isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(prohibited(0, 0, 0, IpeStatus.UNVERIFIED, ItemMeaning.PROHIBITED_AND_WATCHED))
                .isEqualTo(OperatingConclusion.EFFECTIVE);
        assertThat(prohibited(1, 0, 200, IpeStatus.VERIFIED, ItemMeaning.PROHIBITED_AND_WATCHED))
                .isEqualTo(OperatingConclusion.INEFFECTIVE);
        assertThat(prohibited(0, 1, 0, IpeStatus.VERIFIED, ItemMeaning.PROHIBITED_AND_WATCHED))
                .isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(prohibited(1, 0, 0, IpeStatus.FAILED, ItemMeaning.PROHIBITED_AND_WATCHED))
                .isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
    }
}

package dev.soc2.rules.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.control.ControlFrequency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits, plans and tables where arithmetic usually goes wrong. */
class LimitsTest {

    private static final BigDecimal NINETY = new BigDecimal("0.90");
    private static final BigDecimal NINETY_FIVE = new BigDecimal("0.95");
    private static final BigDecimal TEN = new BigDecimal("0.10");
    private static final BigDecimal FIVE = new BigDecimal("0.05");

    /** Trap 3: {@code ceil(0.035 * 400)} is 14; in doubles it is 15 and the plan 423. */
    @Test
    void theExpectedDeviationsAreNotComputedInBinaryFractions() {
        assertThat(Binomial.plan(NINETY, FIVE, new BigDecimal("0.035"))).isEqualTo(new SampleSize(400, 14));
        // A printed table says 112; exact is 113.
        assertThat(Binomial.plan(NINETY, new BigDecimal("0.07"), new BigDecimal("0.0325")))
                .isEqualTo(new SampleSize(113, 4));
    }

    /** Trap 4: one of 60 at 95 %: one-sided 7.66 %, two-sided 8.94 %. */
    @Test
    void theUpperLimitIsOneSided() {
        assertThat(percent(Binomial.upperLimit(60, 1, NINETY_FIVE), 2)).isEqualTo("7.67");
        assertThat(Binomial.upperLimit(60, 1, NINETY_FIVE)).isLessThan(new BigDecimal("0.0766400"));
        assertThat(percent(Binomial.interval(60, 1, NINETY_FIVE).upper(), 2)).isEqualTo("8.94");
    }

    @Test
    void aRateBelowTheTolerableOneIsNotEnough() {
        assertThat(Binomial.supports(25, 1, NINETY, TEN)).isFalse();
        assertThat(percent(Binomial.upperLimit(25, 1, NINETY), 1)).isEqualTo("14.7");
        assertThat(Binomial.supports(40, 1, NINETY, TEN)).isTrue();
        assertThat(percent(Binomial.upperLimit(40, 1, NINETY), 1)).isEqualTo("9.4");
    }

    /** The exact limit of 0 of 1 at 90 % is 0.9, which the tolerable rate just equals; a rounded limit might not. */
    @Test
    void aLimitThatEqualsTheTolerableRateSupports() {
        assertThat(Binomial.upperLimit(1, 0, NINETY)).isEqualByComparingTo("0.9");
        assertThat(Binomial.supports(1, 0, NINETY, new BigDecimal("0.9"))).isTrue();
        assertThat(Binomial.supports(1, 0, NINETY, new BigDecimal("0.89999999999999999999")))
                .isFalse();
        // 1 - 0.19^(1/2) is 0.56411010564593264..., its step lies above it.
        assertThat(Binomial.upperLimit(2, 0, new BigDecimal("0.81"))).isEqualByComparingTo("0.564110105646");
        assertThat(Binomial.supports(2, 0, new BigDecimal("0.81"), new BigDecimal("0.56411010564594")))
                .isTrue();
        assertThat(Binomial.supports(2, 0, new BigDecimal("0.81"), new BigDecimal("0.56411010564593")))
                .isFalse();
    }

    @Test
    void everythingDrawnLeavesNothingToInfer() {
        assertThat(Hypergeometric.upperLimit(60, 60, 2, NINETY_FIVE)).isEqualByComparingTo("0.0333333333334");
        assertThat(Binomial.upperLimit(7, 7, NINETY)).isEqualByComparingTo("1");
    }

    /** Reference: n = 59 of 200 is 46 by the rule of thumb, 51 exactly. */
    @Test
    void theRuleOfThumbNeverReducesBelowTheExactPlan() {
        assertThat(Hypergeometric.corrected(59, 200, 0, NINETY_FIVE, FIVE)).isEqualTo(51);
        // 400 of 500 are 223 by the rule: more than the 56 that would do with no deviation.
        assertThat(Hypergeometric.corrected(400, 500, 0, NINETY_FIVE, FIVE)).isEqualTo(223);
    }

    @Test
    void aPopulationThatNoSmallerSampleShowsIsTestedWhole() {
        assertThat(Hypergeometric.plan(20, 1, NINETY_FIVE, FIVE)).isEqualTo(20);
        assertThat(Hypergeometric.plan(4, 0, NINETY, TEN)).isEqualTo(4);
    }

    /** Chi-square quantiles over two, from the printed tables; the limit is the factor over the size. */
    @Test
    void thePoissonLimitIsSlightlyMoreCareful() {
        assertThat(Poisson.upperLimit(25, 0, NINETY)).isEqualByComparingTo("0.092103403720");
        assertThat(Poisson.upperLimit(25, 0, NINETY)).isGreaterThan(Binomial.upperLimit(25, 0, NINETY));
        assertThat(Poisson.upperLimit(1, 1, NINETY)).isEqualByComparingTo("1");
    }

    @Test
    void impossibleRatesAreRefused() {
        assertThatThrownBy(() -> Binomial.upperLimit(0, 0, NINETY)).hasMessageContaining("1 to 5000");
        assertThatThrownBy(() -> Binomial.upperLimit(5, 6, NINETY)).hasMessage("6 deviations of 5");
        assertThatThrownBy(() -> Binomial.upperLimit(5, 1, BigDecimal.ONE)).hasMessageContaining("both excluded");
        assertThatThrownBy(() -> Binomial.plan(NINETY, BigDecimal.ZERO, BigDecimal.ZERO))
                .hasMessageContaining("tolerable rate");
        assertThatThrownBy(() -> Binomial.plan(NINETY, new BigDecimal("0.0001"), BigDecimal.ZERO))
                .hasMessageContaining("at most 5000");
        assertThatThrownBy(() -> Binomial.upperLimit(5, 1, new BigDecimal("1e-100")))
                .hasMessageContaining("decimal");
        assertThat(Binomial.supports(25, 0, NINETY, BigDecimal.ZERO)).isFalse();
    }

    /** At a rate of 10 %: 0.9^25 + 25 * 0.1 * 0.9^24 * 0.9^15 = 0.11284780..., where one look of 25 has 0.0718. */
    @Test
    void aSecondLookRaisesTheTrueRisk() {
        assertThat(Expansion.CUSTOMARY.risk(25, NINETY, TEN).setScale(10, RoundingMode.HALF_UP))
                .isEqualByComparingTo("0.1128478069");
        assertThat(Expansion.NONE.risk(25, NINETY, TEN).setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("0.0718");
    }

    @Test
    void aPlanEndsWhereItBearsNoMore() {
        assertThat(Expansion.CUSTOMARY.next(0, 1)).contains(40);
        assertThat(Expansion.CUSTOMARY.next(0, 2)).isEmpty();
        assertThat(Expansion.CUSTOMARY.next(1, 1)).isEmpty();
        assertThatThrownBy(() -> new Expansion(List.of(new Expansion.Step(1, 40), new Expansion.Step(2, 40))))
                .hasMessageContaining("larger size");
        assertThatThrownBy(() -> new Expansion.Step(0, 40)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sizesFollowTheNamedTables() {
        assertThat(sizes(SizeTable.FIXED, ControlFrequency.EVENT, 7, 11, 50, 51, 250, 251, 9000))
                .containsExactly(7, 8, 8, 15, 15, 25, 25);
        assertThat(sizes(SizeTable.CUSTOMARY, ControlFrequency.EVENT, 4, 6, 51, 101, 250, 251))
                .containsExactly(4, 5, 6, 11, 25, 40);
        assertThat(SizeTable.FIXED.size(ControlFrequency.ANNUAL, 1)).isEqualTo(1);
        assertThat(SizeTable.FIXED.size(ControlFrequency.WEEKLY, 52)).isEqualTo(5);
        assertThat(SizeTable.FIXED.size(ControlFrequency.DAILY, 365)).isEqualTo(25);
        assertThat(SizeTable.FIXED.size(ControlFrequency.MULTIPLE_PER_DAY, 9000))
                .isEqualTo(40);
        assertThat(SizeTable.CUSTOMARY.size(ControlFrequency.MONTHLY, 12)).isEqualTo(3);
        assertThat(SizeTable.CUSTOMARY.size(ControlFrequency.WEEKLY, 52)).isEqualTo(8);
        assertThat(SizeTable.FIXED.testsAllUpTo()).isEqualTo(10);
        assertThat(SizeTable.CUSTOMARY.testsAllUpTo()).isEqualTo(5);
    }

    @Test
    void aYearlyControlWithThreeHundredItemsIsNoYearlyOne() {
        assertThat(SizeTable.FIXED.size(ControlFrequency.ANNUAL, 300)).isEqualTo(25);
    }

    @Test
    void aTableIsEditedUnderANameOfItsOwn() {
        SizeTable own = SizeTable.FIXED.with("ACME", ControlFrequency.DAILY, 30);
        assertThat(own.size(ControlFrequency.DAILY, 365)).isEqualTo(30);
        assertThat(own.name()).isEqualTo("ACME");
        assertThat(SizeTable.FIXED.size(ControlFrequency.DAILY, 365)).isEqualTo(25);
    }

    @Test
    void aPriorDeviationTakesTheNextLargerSize() {
        assertThat(List.of(1, 2, 8, 25, 40, 60, 77).stream().map(SizeTable::nextLarger))
                .containsExactly(2, 3, 15, 40, 60, 90, 116);
    }

    @Test
    void aContinuousControlHasNoSize() {
        assertThatThrownBy(() -> SizeTable.FIXED.size(ControlFrequency.CONTINUOUS, 9000))
                .hasMessageContaining("never sampled");
    }

    private static List<Integer> sizes(SizeTable table, ControlFrequency frequency, Integer... populations) {
        return List.of(populations).stream().map(p -> table.size(frequency, p)).toList();
    }

    private static String percent(BigDecimal rate, int digits) {
        return rate.movePointRight(2).setScale(digits, RoundingMode.CEILING).toPlainString();
    }
}

package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.internal.engine.Figure.Standing;
import dev.soc2.rules.rule.MissingAmount;
import dev.soc2.rules.rule.Target;
import dev.soc2.rules.rule.TargetOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of exact figures: no rounding, no doubt that helps, sums that add up. */
class FigureProperties {

    /**
     * What was measured in some time.
     *
     * @param total minutes
     * @param up minutes up
     * @param unknown minutes nobody measured
     * @param excluded minutes left out
     */
    record Part(int total, int up, int unknown, int excluded) {
        Sum tally(TargetOperator operator) {
            return Sum.of(BigDecimal.valueOf(up), BigDecimal.valueOf(unknown), BigDecimal.valueOf(total))
                    .without(BigDecimal.valueOf(excluded), operator);
        }

        Part withUnknown(int more) {
            return new Part(total, up, Math.min(total - up, unknown + more), excluded);
        }
    }

    @Provide
    Arbitrary<Part> parts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3_000),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 1_000))
                .as((total, up, unknown, excluded) -> {
                    int ups = total * up / 1_000;
                    return new Part(total, ups, (total - ups) * unknown / 1_000, total * excluded / 1_000);
                });
    }

    @Provide
    Arbitrary<List<Part>> months() {
        return parts().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Target> targets() {
        return Combinators.combine(
                        Arbitraries.of(TargetOperator.class),
                        Arbitraries.integers().between(0, 100_000))
                .as((operator, share) -> new Target(operator, BigDecimal.valueOf(share, 5), true));
    }

    private static Sum sum(List<Part> parts, TargetOperator operator) {
        return parts.stream().map(p -> p.tally(operator)).reduce(Sum.NONE, Sum::plus);
    }

    private static Figure figure(Sum tally) {
        BigDecimal base = tally.base().max(BigDecimal.ONE);
        return Figure.between(new Quotient(tally.least(), base), new Quotient(tally.greatest(), base));
    }

    @Property
    void theBestCaseIsNeverBelowTheWorst(@ForAll("months") List<Part> parts, @ForAll TargetOperator operator) {
        Sum sum = sum(parts, operator);

        assertThat(sum.least()).isLessThanOrEqualTo(sum.greatest());
        assertThat(sum.least()).isNotNegative();
        assertThat(sum.greatest()).isLessThanOrEqualTo(sum.base());
    }

    @Property
    void moreThatIsUnknownDecidesNothing(
            @ForAll("months") List<Part> parts,
            @ForAll("targets") Target target,
            @ForAll @IntRange(max = 500) int more) {
        Standing before = figure(sum(parts, target.operator())).against(target);
        Standing after = figure(sum(parts.stream().map(p -> p.withUnknown(more)).toList(), target.operator()))
                .against(target);

        if (before == Standing.UNDECIDED) {
            assertThat(after).isEqualTo(Standing.UNDECIDED);
        } else {
            assertThat(after).isIn(before, Standing.UNDECIDED);
        }
    }

    @Property
    void timeWithoutARecordDecidesNothing(
            @ForAll("months") List<Part> parts,
            @ForAll("targets") Target target,
            @ForAll @IntRange(max = 500) int gap) {
        Sum sum = sum(parts, target.operator());
        Standing filled = figure(
                        sum.plus(Sum.of(BigDecimal.valueOf(gap / 2), BigDecimal.ZERO, BigDecimal.valueOf(gap))))
                .against(target);
        Standing open = figure(sum.plusUnknown(BigDecimal.valueOf(gap))).against(target);

        assertThat(open).isIn(filled, Standing.UNDECIDED);
    }

    @Property
    void poolingIsTheSumOfTheSubjects(
            @ForAll("months") List<Part> one, @ForAll("months") List<Part> other, @ForAll TargetOperator operator) {
        List<Part> all = Stream.concat(one.stream(), other.stream()).toList();

        assertThat(sum(all, operator)).isEqualTo(sum(one, operator).plus(sum(other, operator)));
    }

    @Property
    void badIsNeverBetterThanUnknownAndGoodNeverWorse(
            @ForAll("months") List<Part> parts, @ForAll("targets") Target target) {
        Figure figure = figure(sum(parts, target.operator()));
        Standing standing = figure.against(target);
        if (target.operator() == TargetOperator.EXACTLY) {
            return;
        }

        assertThat(figure.deciding(MissingAmount.COUNT_AS_BAD, target).against(target))
                .isEqualTo(standing == Standing.MET ? Standing.MET : Standing.MISSED);
        assertThat(figure.deciding(MissingAmount.COUNT_AS_GOOD, target).against(target))
                .isEqualTo(standing == Standing.MISSED ? Standing.MISSED : Standing.MET);
    }

    /** The same comparison over integers, brought to one denominator by hand. */
    @Property
    void comparisonIsThatOfWholeNumbers(
            @ForAll @IntRange(max = 1_000_000) int up,
            @ForAll @IntRange(min = 1, max = 1_000_000) int total,
            @ForAll("targets") Target target) {
        int expected = BigInteger.valueOf(up)
                .multiply(BigInteger.valueOf(100_000))
                .compareTo(target.bound().movePointRight(5).toBigIntegerExact().multiply(BigInteger.valueOf(total)));

        assertThat(Figure.exactly(new Quotient(BigDecimal.valueOf(up), BigDecimal.valueOf(total)))
                        .against(target))
                .isEqualTo(target.operator().isMet(expected) ? Standing.MET : Standing.MISSED);
    }

    @Property
    void whatIsPrintedStandsOnTheSameSideOfTheTarget(
            @ForAll @IntRange(max = 1_000_000) int up,
            @ForAll @IntRange(min = 1, max = 1_000_000) int total,
            @ForAll("targets") Target target) {
        Quotient exact = new Quotient(BigDecimal.valueOf(up), BigDecimal.valueOf(total));
        String words = exact.words(target.bound(), true);
        BigDecimal shown = new BigDecimal(
                words.substring(words.indexOf('=') + 1, words.length() - 2).strip());

        assertThat(Integer.signum(shown.movePointLeft(2).compareTo(target.bound())))
                .isEqualTo(Integer.signum(exact.compareTo(target.bound())));
    }
}

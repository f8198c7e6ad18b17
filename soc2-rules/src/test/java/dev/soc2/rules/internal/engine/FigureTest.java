package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.rule.MissingAmount;
import dev.soc2.rules.rule.Target;
import dev.soc2.rules.rule.TargetOperator;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of April to the digit, and figures that cannot be mistaken. */
class FigureTest {

    private static final Target THREE_NINES = Target.of(TargetOperator.AT_LEAST, "99.9%");

    private static Quotient of(String numerator, String denominator) {
        return new Quotient(new BigDecimal(numerator), new BigDecimal(denominator));
    }

    private static Figure down(int down, int unknown) {
        int base = 43_200 - 120;
        return Figure.between(
                of(String.valueOf(base - down - unknown), "43080"), of(String.valueOf(base - down), "43080"));
    }

    @Test
    void fortyThreeMinutesDownMeetTheTarget() {
        assertThat(down(43, 0).against(THREE_NINES)).isEqualTo(Figure.Standing.MET);
        assertThat(down(43, 0).words(THREE_NINES, true)).isEqualTo("43037/43080 = 99.90019 %, target >= 99.9%");
    }

    @Test
    void fortyFourMinutesDownMissItAndAreNeverPrintedAsTheTarget() {
        assertThat(down(44, 0).against(THREE_NINES)).isEqualTo(Figure.Standing.MISSED);
        assertThat(down(44, 0).words(THREE_NINES, true)).isEqualTo("43036/43080 = 99.89786 %, target >= 99.9%");
    }

    @Test
    void tenUnknownMinutesMakeTheDifferenceOrNot() {
        assertThat(down(43, 10).against(THREE_NINES)).isEqualTo(Figure.Standing.UNDECIDED);
        assertThat(down(43, 10).words(THREE_NINES, true))
                .isEqualTo("worst 43027/43080 = 99.87697 %, best 43037/43080 = 99.90019 %, target >= 99.9%");
        assertThat(down(0, 10).against(THREE_NINES)).isEqualTo(Figure.Standing.MET);
        assertThat(down(0, 10).words(THREE_NINES, true)).startsWith("worst 43070/43080 = 99.97679 %");
    }

    @Test
    void moreDigitsArePrintedWhereFiveWouldTouchTheTarget() {
        // 999000 - 0.001 of 1000000: 99.8999999 %
        assertThat(of("998999.999", "1000000").words(THREE_NINES.bound(), true))
                .isEqualTo("998999.999/1000000 = 99.8999999 %");
        // Thirty nines are more digits than are shown: rounded away from the target.
        assertThat(of("0.9989" + "9".repeat(30), "1").words(THREE_NINES.bound(), true))
                .isEqualTo("99.89" + "9".repeat(23) + " %");
    }

    @Test
    void exactlyTheTargetIsPrintedAsIt() {
        assertThat(of("999", "1000").words(THREE_NINES.bound(), true)).isEqualTo("999/1000 = 99.90000 %");
    }

    @Test
    void plainFiguresArePrintedAsTheyAre() {
        assertThat(of("12.50", "1").words(BigDecimal.TEN, false)).isEqualTo("12.5");
        assertThat(of("1", "3").words(BigDecimal.ONE, false)).isEqualTo("1/3 = 0.33333");
    }

    @Test
    void withoutABoundNothingIsMetAndWhatIsCertainIsMissed() {
        Target atMost = Target.of(TargetOperator.AT_MOST, "3");
        Figure atLeastFour = new Figure(Optional.of(of("4", "1")), Optional.empty());
        Figure atLeastThree = new Figure(Optional.of(of("3", "1")), Optional.empty());

        assertThat(atLeastFour.against(atMost)).isEqualTo(Figure.Standing.MISSED);
        assertThat(atLeastThree.against(atMost)).isEqualTo(Figure.Standing.UNDECIDED);
        assertThat(atLeastThree.words(atMost, false)).isEqualTo("worst unknown, best 3, target <= 3");
    }

    @Test
    void whatIsMissingIsBadOnTheSideOfTheOperator() {
        Figure range = Figure.between(of("1", "1"), of("3", "1"));
        Target atLeast = Target.of(TargetOperator.AT_LEAST, "2");
        Target atMost = Target.of(TargetOperator.AT_MOST, "2");

        assertThat(range.deciding(MissingAmount.COUNT_AS_BAD, atLeast)).isEqualTo(Figure.exactly(of("1", "1")));
        assertThat(range.deciding(MissingAmount.COUNT_AS_BAD, atMost)).isEqualTo(Figure.exactly(of("3", "1")));
        assertThat(range.deciding(MissingAmount.COUNT_AS_GOOD, atMost)).isEqualTo(Figure.exactly(of("1", "1")));
    }

    @Test
    void equalityIsMetByOneFigureOnly() {
        Target two = Target.of(TargetOperator.EXACTLY, "2");

        assertThat(Figure.exactly(of("4", "2")).against(two)).isEqualTo(Figure.Standing.MET);
        assertThat(Figure.between(of("1", "1"), of("2", "1")).against(two)).isEqualTo(Figure.Standing.UNDECIDED);
        assertThat(Figure.between(of("3", "1"), of("4", "1")).against(two)).isEqualTo(Figure.Standing.MISSED);
    }
}

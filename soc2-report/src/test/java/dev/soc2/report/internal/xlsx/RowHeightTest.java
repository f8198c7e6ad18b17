package dev.soc2.report.internal.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowHeightTest {

    /** Lines by hand: a line has 15 points. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one two | 7 | 15",
                "one two three | 7 | 30",
                "one two three four | 9 | 45",
                "abcdefghijklmnopqrstuvwxy | 10 | 45",
                "abcdefghijklmnopqrst | 10 | 30",
                "a abcdefghijklmnopqrst b | 10 | 60",
            })
    void aTextHasTheLinesThatItNeeds(String text, int width, int points) {
        RowHeight height = new RowHeight();
        height.holds(text, width);

        assertThat(height.points()).isEqualTo(points);
        assertThat(height.isMoreThanOneLine()).isEqualTo(points > 15);
    }

    @Test
    void theLongestTextOfARowCounts() {
        RowHeight height = new RowHeight();
        height.holds("a\nb\nc", 10);
        height.holds("a", 10);

        assertThat(height.points()).isEqualTo(45);
    }

    @Test
    void noRowIsHigherThanTheFormatAllows() {
        RowHeight height = new RowHeight();
        height.holds("word ".repeat(10_000), 10);

        assertThat(height.points()).isBetween(390, 409);
    }
}

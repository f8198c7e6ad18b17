package dev.soc2.report.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.Samples;
import dev.soc2.report.internal.view.Presentation;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsOfPageTest {

    private static final Presentation PLAIN =
            new Presentation(Optional.empty(), Locale.ROOT, Optional.empty(), false, false, false);

    // 20 controls with 100 deviations each: their share of the rows of the page, at least a hundredth of all rows.
    @ParameterizedTest
    @CsvSource({"2000, 100", "700, 35", "40, 2"})
    void eachControlGetsItsShareOfTheRows(int rowsOfPage, int rowsOfControl) {
        String page = HtmlReport.render(Samples.crowd(20, 2_000), PLAIN, Look.PLAIN, rowsOfPage);

        assertThat(page.split("began ", -1)).hasSize(20 * rowsOfControl + 1);
        assertThat(page.contains("stand in ")).isEqualTo(rowsOfControl < 100);
    }
}

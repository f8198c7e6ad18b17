package dev.soc2.benchmarks.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Figures mean something only when they are those of the year that is meant. */
class ReportFiguresTest {

    @Test
    void theYearHasAsManyControlsItemsAndExceptionsAsItSays() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        ReportFigures.run(1_000, new PrintStream(printed, true, UTF_8));

        assertThat(printed.toString(UTF_8))
                .contains("150 controls, 1000 items, 200 exceptions, ")
                .contains("\nhtml: first ")
                .contains("\nsection-iv: first ")
                .contains("\npdf: first ");
    }
}

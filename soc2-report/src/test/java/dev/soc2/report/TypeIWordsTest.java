package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.report.render.ReportOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A Type I shows no test results and says nothing about operation, in whatever form it is rendered. */
class TypeIWordsTest {

    /** Words that only a conclusion on operation has; "System operations" is the name of a series of criteria. */
    private static final String OPERATION = "(?i)\\boperat(e|es|ed|ing)\\b|\\boperation\\b|\\b(in)?effective\\b"
            + "|effectiveness|EFFECTIVE_|DID_NOT_OPERATE|NOT_TESTED|deviation (rate|policy)|deviationPolicy"
            + "|exceptions? noted|throughout|\\bdeviations\\b";

    static Stream<Arguments> forms() {
        return Stream.of("html", "markdown", "console", "json")
                .flatMap(name -> Stream.of(true, false).map(verbose -> Arguments.of(name, verbose)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTypeIHoldsNoWordOfOperation(String renderer, boolean verbose) {
        String text = Reports.named(renderer)
                .orElseThrow()
                .render(Samples.typeI(), ReportOptions.defaults().verbose(verbose));

        assertThat(text).doesNotContainPattern(OPERATION);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theSameWordsAreFoundInATypeII(String renderer, boolean verbose) {
        String text = Reports.named(renderer)
                .orElseThrow()
                .render(Samples.year(), ReportOptions.defaults().verbose(verbose));

        List<String> withoutWordsOfOperation = List.of("console");
        if (!withoutWordsOfOperation.contains(renderer)) {
            assertThat(text).containsPattern(OPERATION);
        }
    }
}

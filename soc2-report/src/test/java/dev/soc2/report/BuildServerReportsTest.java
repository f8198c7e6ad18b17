package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BuildServerReportsTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void moreFindingsThanAViewerTakesAreCounted() {
        Assessment crowd = Samples.crowd(3, 6_000);

        String sarif = Reports.sarif().render(crowd, DEFAULTS);

        assertThat(count(sarif, "\"ruleIndex\"")).isEqualTo(5_000);
        assertThat(sarif).contains("1000 more findings are not listed here");
    }

    @Test
    void aFindingKeepsItsFingerprintWhateverElseChanges() {
        String year = Reports.sarif().render(Samples.year(), DEFAULTS);
        String interim = Reports.sarif().render(Samples.interim(), DEFAULTS);

        // printf 'IAM-03/T1\nterm-0042\nDEVIATION\nMISSING' | sha256sum | cut -c1-32
        String fingerprint = "c67886e583314f2a40e0bff25f228966";
        assertThat(year).contains(fingerprint);
        assertThat(interim).contains(fingerprint);
    }

    @Test
    void whatIsUndeterminedIsSkippedOrAnErrorAndNeverPassed() {
        String skipped = Reports.junit().render(Samples.year(), DEFAULTS);
        String errors = Reports.junit().render(Samples.year(), DEFAULTS.undeterminedIsError(true));

        assertThat(skipped).contains("<skipped message=\"Undetermined").doesNotContain("<error ");
        assertThat(errors).contains("<error type=\"Undetermined\"").contains("<error type=\"Not tested\"");
        assertThat(count(skipped, "<testcase ")).isEqualTo(count(errors, "<testcase "));
        assertThat(count(errors, "<error ")).isEqualTo(count(skipped, "<skipped ") - count(errors, "<skipped "));
    }

    @Test
    void aDesignThatIsNotSuitableFailsInATypeI() {
        String junit = Reports.junit().render(Samples.typeI(), DEFAULTS);
        String sarif = Reports.sarif().render(Samples.typeI(), DEFAULTS);

        assertThat(count(junit, "<failure ")).isPositive();
        assertThat(count(sarif, "\"level\": \"error\"")).isEqualTo(count(junit, "<failure "));
    }
}

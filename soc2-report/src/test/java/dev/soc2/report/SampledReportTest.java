package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.SelectionMethod;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.render.ReportOptions;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sample stands in every report with all that it takes to draw it again. */
class SampledReportTest {

    private static final String HASH = "ab".repeat(32);
    private static final String SEED = "cd".repeat(32);

    private static final SampleResult SAMPLE = new SampleResult(
            SelectionMethod.PERIOD_STRATIFIED,
            SEED,
            false,
            HASH,
            "approvals are on <paper>",
            "table FIXED",
            40,
            new BigDecimal("0.90"),
            new BigDecimal("0.10"),
            Optional.of(new BigDecimal("0.093797101234")),
            "1 of 40, 90 % upper limit 9.4 %",
            List.of(new SampleResult.Look(25, 1), new SampleResult.Look(40, 1)),
            List.of("chg-7", "chg-3"),
            List.of(new SampleResult.Replaced("chg-9", "a test deployment", "void-1")),
            List.of(new ItemResult(
                    "chg-outside",
                    "CHG-99",
                    ItemOutcome.DEVIATION,
                    ReasonCode.PREDICATE_FALSE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    List.of("chg-outside"))));

    static Assessment sampled() {
        Assessment year = Samples.year();
        return Samples.withControls(
                year, year.controls().stream().map(SampledReportTest::sampled).toList());
    }

    private static ControlResult sampled(ControlResult control) {
        return new ControlResult(
                control.control(),
                control.design(),
                control.operating(),
                control.implementation(),
                control.from(),
                control.to(),
                control.reasons(),
                control.tests().stream().map(SampledReportTest::sampled).toList(),
                control.deviationAnalysis(),
                control.managementResponse());
    }

    private static TestResult sampled(TestResult test) {
        return new TestResult(
                test.id(),
                test.procedure(),
                test.ruleKind(),
                test.rule(),
                Lane.SAMPLE,
                Optional.of(SAMPLE),
                "SAMPLE 10% AT 90%",
                test.conclusion(),
                test.judged(),
                test.reasons(),
                test.population(),
                test.counts(),
                test.months(),
                test.items(),
                test.coverage());
    }

    private static String html() {
        return Reports.html().render(sampled(), ReportOptions.defaults());
    }

    /** A plan never says how much is to be tested: it repeats what the rules drew. CHG-01 has 98 a month and 2 more. */
    @Test
    void thePlanRepeatsSizeAndTable() {
        String plan = Reports.plan().render(sampled(), ReportOptions.defaults());

        assertThat(plan.lines().filter(line -> line.startsWith("| CHG-01/T1")))
                .singleElement()
                .asString()
                .contains("| a sample: 40 of 1\u202F178 items so far, table FIXED |");
    }

    @Test
    void theDocumentIsValidAgainstItsSchema() {
        String document = new String(AssessmentDocument.bytes(sampled()), StandardCharsets.UTF_8);
        assertThat(AssessmentSchemaTest.faults(document)).isEmpty();
        assertThat(document)
                .contains(
                        "\"lane\": \"SAMPLE\"",
                        "\"method\": \"PERIOD_STRATIFIED\"",
                        "\"upperLimit\": \"0.093797101234\"");
    }

    @Test
    void thePageShowsHowToDrawItAgain() {
        assertThat(html())
                .contains("1 of 40, 90 % upper limit 9.4 %", HASH, SEED, "PERIOD_STRATIFIED", "chg-7, chg-3")
                .contains("sample: the upper limit of the rate, at a confidence of 90 %, is at most 10 %")
                .contains("approvals are on &lt;paper&gt;")
                .contains("chg-outside");
    }

    @Test
    void theMarkdownPageShowsHowToDrawItAgain() {
        assertThat(Reports.markdown().render(sampled(), ReportOptions.defaults()))
                .contains("## Samples", "1 of 40, 90 % upper limit 9.4 %", HASH, SEED)
                .contains("chg-outside");
    }

    @Test
    void theConsoleSaysWhatTheSampleShows() {
        assertThat(Reports.console().render(sampled(), ReportOptions.defaults()))
                .contains("sample: 1 of 40", "1 exception outside the sample");
    }
}

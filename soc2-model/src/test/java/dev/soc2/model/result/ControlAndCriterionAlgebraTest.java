package dev.soc2.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.TestProcedure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlAndCriterionAlgebraTest {

    private static TestResult test(String conclusion, TestProcedure procedure, Optional<JudgedConclusion> judged) {
        OperatingConclusion computed = OperatingConclusion.valueOf(conclusion);
        return new TestResult(
                "T",
                procedure,
                "SLA",
                "",
                Lane.CENSUS,
                Optional.empty(),
                "CENSUS",
                computed,
                judged,
                List.of(new Reason(ReasonCode.SATISFIED, conclusion)),
                new PopulationResult(0, IpeStatus.NOT_NEEDED, "", List.of(), List.of()),
                OutcomeCounts.NONE,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private static TestResult inspected(String conclusion) {
        return test(conclusion, TestProcedure.INSPECTION, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_TESTED, ''",
        "EFFECTIVE, EFFECTIVE",
        "INEFFECTIVE, INSUFFICIENT_EVIDENCE EFFECTIVE INEFFECTIVE NOT_TESTED",
        "INSUFFICIENT_EVIDENCE, EFFECTIVE NOT_TESTED INSUFFICIENT_EVIDENCE",
        "NOT_TESTED, EFFECTIVE EFFECTIVE_WITH_DEVIATIONS NOT_TESTED",
        "EFFECTIVE_WITH_DEVIATIONS, EFFECTIVE EFFECTIVE_WITH_DEVIATIONS DID_NOT_OPERATE",
        "EFFECTIVE, EFFECTIVE DID_NOT_OPERATE",
        "INEFFECTIVE, DID_NOT_OPERATE INEFFECTIVE",
        "DID_NOT_OPERATE, DID_NOT_OPERATE DID_NOT_OPERATE",
        "NOT_APPLICABLE, NOT_APPLICABLE",
        "DID_NOT_OPERATE, NOT_APPLICABLE DID_NOT_OPERATE"
    })
    void aControlIsAsGoodAsItsWorstTest(OperatingConclusion expected, String tests) {
        List<TestResult> results = tests.isEmpty()
                ? List.of()
                : Arrays.stream(tests.split(" "))
                        .map(ControlAndCriterionAlgebraTest::inspected)
                        .toList();

        assertThat(ControlAlgebra.conclude(results).conclusion()).isEqualTo(expected);
    }

    @Test
    void inquiryCountsForNothing() {
        TestResult asked = test("EFFECTIVE", TestProcedure.INQUIRY, Optional.empty());
        TestResult askedBadly = test("INEFFECTIVE", TestProcedure.INQUIRY, Optional.empty());

        assertThat(ControlAlgebra.conclude(List.of(asked)))
                .isEqualTo(Concluded.because(
                        OperatingConclusion.INSUFFICIENT_EVIDENCE,
                        ReasonCode.INQUIRY_ONLY,
                        "somebody was asked, and nothing else was done"));
        assertThat(ControlAlgebra.conclude(List.of(askedBadly, inspected("EFFECTIVE")))
                        .conclusion())
                .isEqualTo(OperatingConclusion.EFFECTIVE);
    }

    @Test
    void onlyAnAcceptedJudgementCounts() {
        JudgedConclusion stands = new JudgedConclusion(OperatingConclusion.INEFFECTIVE, "", "eve", true, "j1");
        JudgedConclusion refused = new JudgedConclusion(OperatingConclusion.EFFECTIVE, "", "eve", false, "j2");

        assertThat(ControlAlgebra.conclude(List.of(test("EFFECTIVE", TestProcedure.INSPECTION, Optional.of(stands))))
                        .conclusion())
                .isEqualTo(OperatingConclusion.INEFFECTIVE);
        assertThat(ControlAlgebra.conclude(List.of(test("INEFFECTIVE", TestProcedure.INSPECTION, Optional.of(refused))))
                        .conclusion())
                .isEqualTo(OperatingConclusion.INEFFECTIVE);
    }

    /** {@code KEY|OTHER operating design [COMPENSATED]}, separated by semicolons. */
    private static List<Support> supports(String written) {
        if (written.isBlank()) {
            return List.of();
        }
        return Arrays.stream(written.split(";"))
                .map(String::strip)
                .map(text -> text.split(" "))
                .map(parts -> new Support(
                        "C-" + parts[1],
                        parts[0].equals("KEY"),
                        OperatingConclusion.valueOf(parts[1]),
                        DesignConclusion.valueOf(parts[2]),
                        parts.length > 3))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // no control: a design gap
        "NOT_MET, ''",
        "NOT_MET, KEY NOT_APPLICABLE SUITABLE",
        // all key controls effective, some with deviations or compensated
        "MET, KEY EFFECTIVE SUITABLE; KEY EFFECTIVE SUITABLE",
        "MET_WITH_EXCEPTIONS, KEY EFFECTIVE SUITABLE; KEY EFFECTIVE_WITH_DEVIATIONS SUITABLE",
        "MET_WITH_EXCEPTIONS, KEY EFFECTIVE SUITABLE; KEY INEFFECTIVE SUITABLE COMPENSATED",
        // a key control ineffective and not compensated
        "NOT_MET, KEY EFFECTIVE SUITABLE; KEY INEFFECTIVE SUITABLE",
        // insufficient evidence on a key control, or a key control that nobody tested
        "INSUFFICIENT_EVIDENCE, KEY EFFECTIVE SUITABLE; KEY INSUFFICIENT_EVIDENCE SUITABLE",
        "INSUFFICIENT_EVIDENCE, KEY EFFECTIVE SUITABLE; KEY NOT_TESTED SUITABLE",
        // what did not operate neither supports nor breaks
        "MET, KEY EFFECTIVE SUITABLE; KEY DID_NOT_OPERATE SUITABLE",
        "MET, OTHER EFFECTIVE SUITABLE; KEY DID_NOT_OPERATE SUITABLE",
        "MET_WITH_EXCEPTIONS, KEY DID_NOT_OPERATE SUITABLE",
        "INSUFFICIENT_EVIDENCE, KEY DID_NOT_OPERATE INSUFFICIENT_EVIDENCE",
        "INSUFFICIENT_EVIDENCE, KEY DID_NOT_OPERATE UNSUITABLE",
        // not met goes before insufficient evidence
        "NOT_MET, KEY INEFFECTIVE SUITABLE; KEY INSUFFICIENT_EVIDENCE SUITABLE",
        // a control that is not key never takes it below met with exceptions, and is no support when it fails
        "MET_WITH_EXCEPTIONS, KEY EFFECTIVE SUITABLE; OTHER INEFFECTIVE SUITABLE",
        "MET_WITH_EXCEPTIONS, KEY EFFECTIVE SUITABLE; OTHER NOT_TESTED SUITABLE",
        "MET_WITH_EXCEPTIONS, KEY DID_NOT_OPERATE SUITABLE; OTHER INEFFECTIVE UNSUITABLE",
        "INSUFFICIENT_EVIDENCE, KEY DID_NOT_OPERATE INSUFFICIENT_EVIDENCE; OTHER INEFFECTIVE SUITABLE",
        "MET_WITH_EXCEPTIONS, KEY DID_NOT_OPERATE SUITABLE; OTHER DID_NOT_OPERATE UNSUITABLE",
        // without key controls all count as key
        "NOT_MET, OTHER EFFECTIVE SUITABLE; OTHER INEFFECTIVE SUITABLE",
        "INSUFFICIENT_EVIDENCE, OTHER EFFECTIVE SUITABLE; OTHER NOT_TESTED SUITABLE",
        // a key control that the engagement leaves out makes the others count
        "NOT_MET, KEY NOT_APPLICABLE SUITABLE; OTHER INEFFECTIVE SUITABLE"
    })
    void aCriterionIsSupportedByItsControls(CriterionConclusion expected, String supports) {
        Concluded<CriterionConclusion> concluded = CriterionAlgebra.operation(supports(supports), false);

        assertThat(concluded.conclusion()).isEqualTo(expected);
        if (expected != CriterionConclusion.MET) {
            assertThat(concluded.reasons()).isNotEmpty();
        }
    }

    @Test
    void timeThatNoKeyControlCoversIsAGap() {
        Concluded<CriterionConclusion> concluded =
                CriterionAlgebra.operation(supports("KEY EFFECTIVE SUITABLE_PART_OF_PERIOD"), true);

        assertThat(concluded.conclusion()).isEqualTo(CriterionConclusion.NOT_MET);
        assertThat(concluded.reasons()).extracting(Reason::code).containsExactly(ReasonCode.UNCOVERED_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "MET, KEY INEFFECTIVE SUITABLE",
        "NOT_MET, KEY EFFECTIVE UNSUITABLE",
        "INSUFFICIENT_EVIDENCE, KEY EFFECTIVE INSUFFICIENT_EVIDENCE",
        "NOT_MET, KEY EFFECTIVE INSUFFICIENT_EVIDENCE; KEY EFFECTIVE UNSUITABLE",
        "MET_WITH_EXCEPTIONS, KEY EFFECTIVE SUITABLE_PART_OF_PERIOD",
        "MET_WITH_EXCEPTIONS, KEY EFFECTIVE SUITABLE; OTHER EFFECTIVE UNSUITABLE",
        "NOT_MET, ''"
    })
    void aDesignIsJudgedByItself(CriterionConclusion expected, String supports) {
        assertThat(CriterionAlgebra.design(supports(supports), false).conclusion())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // harsher or as harsh: always
        "EFFECTIVE, INEFFECTIVE, true, true",
        "EFFECTIVE, EFFECTIVE, true, true",
        "EFFECTIVE_WITH_DEVIATIONS, INSUFFICIENT_EVIDENCE, true, true",
        "DID_NOT_OPERATE, NOT_TESTED, true, true",
        "NOT_TESTED, INSUFFICIENT_EVIDENCE, true, true",
        "INSUFFICIENT_EVIDENCE, NOT_TESTED, true, true",
        "EFFECTIVE, DID_NOT_OPERATE, true, true",
        // softer: only with a reason
        "INEFFECTIVE, EFFECTIVE_WITH_DEVIATIONS, false, true",
        "INEFFECTIVE, EFFECTIVE, false, true",
        "INEFFECTIVE, INSUFFICIENT_EVIDENCE, false, true",
        "EFFECTIVE_WITH_DEVIATIONS, EFFECTIVE, false, true",
        // never from what is not shown to something good
        "INSUFFICIENT_EVIDENCE, EFFECTIVE, false, false",
        "INSUFFICIENT_EVIDENCE, EFFECTIVE_WITH_DEVIATIONS, false, false",
        "NOT_TESTED, EFFECTIVE, false, false",
        "NOT_TESTED, DID_NOT_OPERATE, false, false",
        // not applicable is said by the engagement, not by a reviewer
        "INEFFECTIVE, NOT_APPLICABLE, false, false",
        "NOT_APPLICABLE, EFFECTIVE, false, false"
    })
    void aJudgementIsEasilyHarsherAndHardlySofter(
            OperatingConclusion computed, OperatingConclusion judged, boolean without, boolean with) {
        assertThat(JudgementAlgebra.accepts(computed, judged, false)).isEqualTo(without);
        assertThat(JudgementAlgebra.accepts(computed, judged, true)).isEqualTo(with);
    }
}

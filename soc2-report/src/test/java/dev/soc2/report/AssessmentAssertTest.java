package dev.soc2.report;

import static dev.soc2.report.compare.Variants.control;
import static dev.soc2.report.compare.Variants.deviation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.report.compare.Baseline;
import dev.soc2.report.compare.Variants;
import dev.soc2.report.testkit.AssessmentAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentAssertTest {

    private static AssessmentAssert of(Assessment assessment) {
        return AssessmentAssert.assertThat(assessment);
    }

    private static String message(ThrowingCallable expectation) {
        return catchThrowableOfType(AssertionError.class, expectation).getMessage();
    }

    @Test
    void whatHoldsIsSilentAndChains() {
        assertThatCode(() -> of(Samples.year())
                        .isFinal()
                        .hasNoNewExceptions(Baseline.of(Samples.year()))
                        .hasNoNewFindings(Baseline.of(Samples.year()))
                        .supports("CC1.2", "CC6.1", "CC8.1")
                        .control("IAM-01")
                        .operatedEffectively()
                        .isSuitablyDesigned()
                        .hasNoDeviations()
                        .isFullyDetermined()
                        .and()
                        .control("CHG-01")
                        .operatedEffectively()
                        .hasDeviations(2)
                        .isConcluded(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS))
                .doesNotThrowAnyException();
        assertThatCode(() -> of(Samples.only())
                        .hasNoExceptions()
                        .hasNoUndeterminedCriteria()
                        .hasNoUnsupportedCriteria())
                .doesNotThrowAnyException();
        assertThatCode(() -> of(Samples.typeI()).control("IAM-01").isSuitablyDesigned())
                .doesNotThrowAnyException();
    }

    @Test
    void aNewExceptionIsToldWithItsPlaceReasonAndRecords() {
        Assessment before = Variants.of()
                .control(control(
                        "C-1", OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS, deviation("old", "2025-03-01T00:00:00Z")))
                .build();
        Assessment after = Variants.of()
                .control(control(
                        "C-1",
                        OperatingConclusion.INEFFECTIVE,
                        deviation("old", "2025-03-01T00:00:00Z"),
                        deviation("new", "2025-04-01T00:00:00Z")))
                .build();

        assertThat(message(() -> of(after).hasNoNewExceptions(Baseline.of(before))))
                .isEqualTo("""
                engagement acme-2025: expected no new exceptions, but found 2 that the baseline of 1 does not have
                  - C-1: NOT_SUPPORTED, INEFFECTIVE, EXCEEDS_POLICY: reason of C-1
                  - C-1/T1 new: DEVIATION, MISSING: detail of new [evidence ev-new]
                To look further: assessment.explain("C-1") says what would change it; \
                Reports.html() shows every item with its records.""");
    }

    @Test
    void withoutABaselineEveryExceptionIsTold() {
        assertThat(message(() -> of(Samples.year()).hasNoExceptions()))
                .startsWith("engagement acme-2025: expected no exceptions, but found 9\n")
                .contains("IAM-03/T1 term-0042: DEVIATION, MISSING: no account of u1042 was disabled until 1 Feb 2026"
                        + " [evidence okta-1, term-0042]")
                .contains("CC3.4: NOT_SUPPORTED")
                .doesNotContain("LOG-02");
    }

    @Test
    void whatIsUndeterminedIsAFindingAndNoException() {
        Baseline none = Baseline.empty("acme-2025");

        assertThat(message(() -> of(Samples.year()).hasNoNewFindings(none)))
                .contains("LOG-02/T1 al-7781: UNDETERMINED, SOURCE_GAP: the SIEM was not read from 10 to 13 May 2025");
    }

    @Test
    void aCriterionThatIsNotSupportedIsToldWithItsReasonAndControls() {
        assertThat(message(() -> of(Samples.year()).supports("CC6.1", "CC6.2"))).isEqualTo("""
                engagement acme-2025: expected support for CC6.1, CC6.2, but 1 of 2 is not supported
                  - CC6.2 Users are registered and removed: NOT_MET (EXCEEDS_POLICY: IAM-03 was not effective); \
                controls IAM-01, IAM-03, IAM-04
                To look further: assessment.criterion(...) has the reasons, assessment.explain(control) what would \
                change them; Reports.html() shows every item with its records.""");
        assertThat(message(() -> of(Samples.year()).supports("CC9.1")))
                .contains(
                        "expected a conclusion on CC9.1, but nothing was concluded on it",
                        "concluded on: CC1.2, CC3.2");
        assertThat(message(() -> of(Samples.year()).hasNoUndeterminedCriteria()))
                .contains("expected no criterion to be undetermined, but 4 of 14 is", "CC9.2 Vendors are managed");
        assertThat(message(() -> of(Samples.year()).hasNoUnsupportedCriteria()))
                .contains("3 of 14", "CC3.4", "no control addresses it");
    }

    @Test
    void aControlThatFailedIsToldWithItsItems() {
        assertThat(message(() -> of(Samples.year()).control("IAM-03").operatedEffectively()))
                .isEqualTo("""
                        engagement acme-2025: expected control IAM-03 (Leavers lose access in time) to have operated \
                        effectively, but it is INEFFECTIVE (EXCEEDS_POLICY: 3 of 39 (7.7 %) under CENSUS)
                          - IAM-03/T1 term-0042: DEVIATION MISSING: no account of u1042 was disabled until 1 Feb 2026 \
                        [evidence okta-1, term-0042]
                          - IAM-03/T1 term-0077: DEVIATION LATE: 12 days 16 hours late [evidence okta-1, term-0077]
                          - IAM-03/T1 term-0101: DEVIATION LATE: 4 days 12 hours late [evidence okta-1, term-0101]
                        To look further: assessment.explain("IAM-03") says what would change it; \
                        Reports.html() shows every item with its records.""");
        assertThat(message(() -> of(Samples.year()).control("CHG-01").hasNoDeviations()))
                .contains("to have 0 deviations, but it has 2");
        assertThat(message(() -> of(Samples.year()).control("LOG-02").isFullyDetermined()))
                .contains("3 of its items are not");
        assertThat(message(() -> of(Samples.year()).control("CHG-02").isConcluded(OperatingConclusion.EFFECTIVE)))
                .contains("to be EFFECTIVE, but it is DID_NOT_OPERATE");
        assertThat(message(() -> of(Samples.typeI()).control("IAM-03").isSuitablyDesigned()))
                .contains("its design is UNSUITABLE", "IAM-03/T1 u1042: DEVIATION PREDICATE_FALSE [evidence okta-1]");
        assertThat(message(() -> of(Samples.typeI()).control("IAM-01").operatedEffectively()))
                .contains("not tested in a Type I");
    }

    @Test
    void aControlThatIsNotThereIsToldWithThoseThatAre() {
        assertThat(message(() -> of(Samples.year()).control("IAM-99")))
                .contains("expected control IAM-99, but it was not assessed", "assessed: AVL-01, CHG-01");
    }

    @Test
    void anInterimAssessmentIsNotFinal() {
        assertThat(message(() -> of(Samples.interim()).isFinal()))
                .contains("the period had not ended at 2025-08-15T16:30:00Z", "last day: 2025-12-31");
    }

    @Test
    void aLongListIsCutAndHostileTextStaysOnItsLine() {
        assertThat(message(() -> of(Samples.crowd(1, 120)).hasNoExceptions()).lines())
                .hasSize(23)
                .anyMatch(line -> line.equals("  … and 101 more"));
        for (String text : HostileText.ALL) {
            assertThat(message(() -> of(Samples.hostile(text)).hasNoExceptions()))
                    .hasLineCount(11)
                    .doesNotContain("\u202E", "\u001B", "\u0000");
        }
    }

    /** The kit lies beside contract tests that need libraries; these classes must not. */
    @ParameterizedTest
    @ValueSource(strings = {"AssessmentAssert", "ControlAssert", "Failures"})
    void expectationsNeedNoLibrary(String name) throws IOException {
        List<String> imports =
                Files.readAllLines(Path.of("src/test/java/dev/soc2/report/testkit", name + ".java")).stream()
                        .filter(line -> line.startsWith("import "))
                        .toList();

        assertThat(imports).isNotEmpty().allMatch(line -> line.matches("import (java|dev\\.soc2)\\..*"));
    }
}

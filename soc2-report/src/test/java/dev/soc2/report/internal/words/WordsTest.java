package dev.soc2.report.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DeficiencySeverity;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RemediationState;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    static Stream<List<String>> wordings() {
        return Stream.of(
                all(ReasonCode.values(), Words::of),
                all(OperatingConclusion.values(), Words::of),
                all(DesignConclusion.values(), Words::of),
                all(CriterionConclusion.values(), Words::of),
                all(DeficiencySeverity.values(), Words::of),
                all(RemediationState.values(), Words::of),
                all(OpinionKind.values(), Words::of),
                all(TestProcedure.values(), Words::of),
                all(Lane.values(), Words::of),
                all(IpeStatus.values(), Words::of),
                all(ItemOutcome.values(), Words::of),
                all(TrustServicesCategory.values(), Words::of),
                all(ControlNature.values(), Words::of),
                all(ControlExecution.values(), Words::of),
                all(ControlFrequency.values(), Words::of),
                all(AssuranceLevel.values(), Words::of),
                all(SubserviceMethod.values(), Words::of),
                all(DescriptionCriterion.values(), Words::of));
    }

    private static <E> List<String> all(E[] values, Function<E, String> words) {
        return Arrays.stream(values).map(words).toList();
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void everyConstantHasWordsOfItsOwn(List<String> words) {
        assertThat(words).doesNotHaveDuplicates().allSatisfy(w -> {
            assertThat(w).isNotBlank().doesNotContain("_").doesNotContainPattern("[A-Z]{3,}");
            assertThat(w).doesNotContainPattern("(?i)certified|compliant|passed");
        });
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void everyReasonSaysWhatWouldSettleIt(ReasonCode code) {
        assertThat(Words.settledBy(code)).matches("[A-Z].*\\.");
    }

    @Test
    void policiesAreExplained() {
        assertThat(Words.policy("STRICT")).isEqualTo("strict: no deviation at all");
        assertThat(Words.policy("TOLERANCE 2.5%")).isEqualTo("tolerance: at most 2.5 %");
    }

    @Test
    void undeterminedIsNeverSupported() {
        assertThat(Words.verdict(OperatingConclusion.INSUFFICIENT_EVIDENCE)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(Words.verdict(OperatingConclusion.NOT_TESTED)).isEqualTo(Verdict.NOT_ASSESSED);
        assertThat(Words.verdict(DesignConclusion.INSUFFICIENT_EVIDENCE)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(Words.verdict(CriterionConclusion.INSUFFICIENT_EVIDENCE)).isEqualTo(Verdict.UNDETERMINED);
    }
}

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
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DeficiencySeverity;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RemediationState;
import dev.soc2.model.result.SelectionMethod;
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
        return Words.inEveryLanguage().stream()
                .flatMap(words -> Stream.of(
                        all(ReasonCode.values(), words::of),
                        all(OperatingConclusion.values(), words::of),
                        all(DesignConclusion.values(), words::of),
                        all(CriterionConclusion.values(), words::of),
                        all(CommitmentConclusion.values(), words::of),
                        all(ImplementedAsOf.values(), words::of),
                        all(DeficiencySeverity.values(), words::of),
                        all(RemediationState.values(), words::of),
                        all(OpinionKind.values(), words::of),
                        all(TestProcedure.values(), words::of),
                        all(Lane.values(), words::of),
                        all(SelectionMethod.values(), words::of),
                        all(IpeStatus.values(), words::of),
                        all(ItemOutcome.values(), words::of),
                        all(TrustServicesCategory.values(), words::of),
                        all(ControlNature.values(), words::of),
                        all(ControlExecution.values(), words::of),
                        all(ControlFrequency.values(), words::of),
                        all(AssuranceLevel.values(), words::of),
                        all(SubserviceMethod.values(), words::of),
                        all(DescriptionCriterion.values(), words::of),
                        all(Verdict.values(), words::of),
                        all(Verdict.values(), words::ofMonth)));
    }

    private static <E> List<String> all(E[] values, Function<E, String> words) {
        return Arrays.stream(values).map(words).toList();
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void everyConstantHasWordsOfItsOwn(List<String> words) {
        assertThat(words).doesNotHaveDuplicates().allSatisfy(w -> {
            assertThat(w).isNotBlank().doesNotContain("_").doesNotContainPattern("[A-Z]{3,}");
            assertThat(w).doesNotContainPattern("(?i)certified|compliant|passed|zertifiziert|konform|bestanden");
        });
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void everyReasonSaysWhatWouldSettleIt(ReasonCode code) {
        assertThat(Words.inEveryLanguage())
                .allSatisfy(words -> assertThat(words.settledBy(code)).matches("\\p{Lu}.*\\."));
    }

    @Test
    void policiesAreExplained() {
        Words english = Words.inEveryLanguage().get(0);
        Words german = Words.inEveryLanguage().get(1);

        assertThat(english.policy("STRICT")).isEqualTo("strict: no deviation at all");
        assertThat(english.policy("TOLERANCE 2.5%")).isEqualTo("tolerance: at most 2.5 %");
        assertThat(german.policy("TOLERANCE 2.5%")).isEqualTo("Toleranz: höchstens 2,5 %");
        assertThat(german.policy("SAMPLE 5% AT 95%")).contains("95 %").endsWith("höchstens 5 %");
    }

    @Test
    void undeterminedIsNeverSupported() {
        assertThat(Words.verdict(OperatingConclusion.INSUFFICIENT_EVIDENCE)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(Words.verdict(OperatingConclusion.NOT_TESTED)).isEqualTo(Verdict.NOT_ASSESSED);
        assertThat(Words.verdict(DesignConclusion.INSUFFICIENT_EVIDENCE)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(Words.verdict(CriterionConclusion.INSUFFICIENT_EVIDENCE)).isEqualTo(Verdict.UNDETERMINED);
    }
}

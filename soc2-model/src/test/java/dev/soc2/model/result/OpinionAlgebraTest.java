package dev.soc2.model.result;

import static dev.soc2.model.criteria.TrustServicesCategory.AVAILABILITY;
import static dev.soc2.model.criteria.TrustServicesCategory.CONFIDENTIALITY;
import static dev.soc2.model.criteria.TrustServicesCategory.SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.CriteriaDocument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionAlgebraTest {

    /** All criteria in scope are met, but those that are named. */
    private static OpinionKind kind(
            Set<TrustServicesCategory> scope, String notMet, String unknown, String notRelevant) {
        return part(scope, notMet, unknown, notRelevant).kind();
    }

    private static OpinionPart part(
            Set<TrustServicesCategory> scope, String notMet, String unknown, String notRelevant) {
        List<Criterion> inScope = CriteriaDocument.builtIn().inScopeOf(scope);
        Map<CriterionId, CriterionConclusion> conclusions = new TreeMap<>();
        inScope.forEach(c -> conclusions.put(c.id(), CriterionConclusion.MET));
        put(conclusions, notMet, CriterionConclusion.NOT_MET);
        put(conclusions, unknown, CriterionConclusion.INSUFFICIENT_EVIDENCE);
        put(conclusions, notRelevant, CriterionConclusion.NOT_RELEVANT);
        return OpinionAlgebra.suggest(conclusions, inScope);
    }

    private static void put(Map<CriterionId, CriterionConclusion> into, String ids, CriterionConclusion conclusion) {
        for (String id : ids.isBlank() ? new String[0] : ids.strip().split(" ")) {
            assertThat(into).containsKey(CriterionId.of(id));
            into.put(CriterionId.of(id), conclusion);
        }
    }

    @Test
    void whatIsMetInAnyWaySuggestsUnqualified() {
        List<Criterion> inScope = CriteriaDocument.builtIn().inScopeOf(EnumSet.of(SECURITY));
        Map<CriterionId, CriterionConclusion> conclusions = new TreeMap<>();
        inScope.forEach(c -> conclusions.put(c.id(), CriterionConclusion.MET));
        conclusions.put(CriterionId.of("CC6.1"), CriterionConclusion.MET_WITH_EXCEPTIONS);
        conclusions.put(CriterionId.of("CC6.4"), CriterionConclusion.MET_WITH_RELIANCE);

        assertThat(OpinionAlgebra.suggest(conclusions, inScope))
                .isEqualTo(new OpinionPart(OpinionKind.UNQUALIFIED, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "QUALIFIED, CC6.1, ''",
        "QUALIFIED, '', CC6.1",
        "QUALIFIED, CC6.1, CC6.2",
        // (a) entity level with two others; two alone are not enough, and three elsewhere are not either
        "QUALIFIED, CC1.1 CC6.1, ''",
        "ADVERSE, CC1.1 CC6.1 CC6.2, ''",
        "ADVERSE, CC5.3 CC5.2 CC5.1, ''",
        "QUALIFIED, CC6.1 CC6.2 CC7.1, ''",
        "DISCLAIMER, '', CC4.1 CC6.1 CC6.2",
        // the two sets are judged separately: one entity-level failure and two unknown elsewhere are neither
        "QUALIFIED, CC1.1, CC6.1 CC6.2",
        // what is known to be wrong outranks what is unknown
        "ADVERSE, CC1.1 CC6.1 CC6.2, CC1.2 CC7.1 CC7.2",
        "ADVERSE, CC1.1 CC6.1 CC6.2, CC9.1",
        "DISCLAIMER, CC9.1, CC1.1 CC6.1 CC6.2",
        // (b) 8 of 33 are 24.2 %, 9 of 33 are 27.3 %
        "QUALIFIED, CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7 CC6.8, ''",
        "ADVERSE, CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7 CC6.8 CC7.1, ''",
        "DISCLAIMER, '', CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7 CC6.8 CC7.1"
    })
    void failuresOfSecurityAreWeighed(OpinionKind expected, String notMet, String unknown) {
        assertThat(kind(EnumSet.of(SECURITY), notMet, unknown, "")).isEqualTo(expected);
    }

    @Test
    void aQuarterExactlyIsNotMoreThanAQuarter() {
        // Security and availability: 36 criteria, a quarter is 9.
        Set<TrustServicesCategory> scope = EnumSet.of(SECURITY, AVAILABILITY);
        String nine = "CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7 CC6.8 CC7.1";

        assertThat(kind(scope, nine, "", "")).isEqualTo(OpinionKind.QUALIFIED);
        assertThat(kind(scope, nine + " CC7.2", "", "")).isEqualTo(OpinionKind.ADVERSE);
        assertThat(kind(scope, "", nine, "")).isEqualTo(OpinionKind.QUALIFIED);
        // One that is not relevant leaves 35: nine are more than a quarter.
        assertThat(kind(scope, nine, "", "A1.3")).isEqualTo(OpinionKind.ADVERSE);
    }

    @Test
    void everyCriterionOfAnAdditionalCategoryIsPervasive() {
        Set<TrustServicesCategory> scope = EnumSet.of(SECURITY, AVAILABILITY, CONFIDENTIALITY);

        assertThat(kind(scope, "C1.1", "", "")).isEqualTo(OpinionKind.QUALIFIED);
        assertThat(kind(scope, "C1.1 C1.2", "", "")).isEqualTo(OpinionKind.ADVERSE);
        assertThat(kind(scope, "", "A1.1 A1.2 A1.3", "")).isEqualTo(OpinionKind.DISCLAIMER);
        assertThat(kind(scope, "A1.1 A1.2", "A1.3", "")).isEqualTo(OpinionKind.QUALIFIED);
        assertThat(kind(scope, "C1.1", "", "C1.2")).isEqualTo(OpinionKind.ADVERSE);
    }

    @Test
    void nothingConcludedIsNotDeterminableYet() {
        List<Criterion> inScope = CriteriaDocument.builtIn().inScopeOf(EnumSet.of(SECURITY));

        assertThat(OpinionAlgebra.suggest(Map.of(), inScope).kind()).isEqualTo(OpinionKind.NOT_DETERMINABLE_YET);
        assertThat(OpinionAlgebra.suggest(Map.of(CriterionId.of("CC8.1"), CriterionConclusion.NOT_RELEVANT), inScope)
                        .kind())
                .isEqualTo(OpinionKind.NOT_DETERMINABLE_YET);
    }

    @Test
    void theReasonNamesTheCriteriaInPrintedOrder() {
        assertThat(part(EnumSet.of(SECURITY, AVAILABILITY), "A1.1 CC6.2 CC6.1", "", "")
                        .reasons())
                .containsExactly(new Reason(
                        ReasonCode.EXCEEDS_POLICY, "3 of 36 criteria not met, not pervasive: CC6.1 CC6.2 A1.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNQUALIFIED, UNQUALIFIED, UNQUALIFIED, UNQUALIFIED",
        "QUALIFIED, UNQUALIFIED, UNQUALIFIED, QUALIFIED",
        "UNQUALIFIED, DISCLAIMER, QUALIFIED, DISCLAIMER",
        "ADVERSE, DISCLAIMER, QUALIFIED, ADVERSE",
        "UNQUALIFIED, NOT_DETERMINABLE_YET, ADVERSE, NOT_DETERMINABLE_YET"
    })
    void thePartsTogetherAreAsBadAsTheWorst(
            OpinionKind description, OpinionKind design, OpinionKind operation, OpinionKind overall) {
        SuggestedOpinion opinion = new SuggestedOpinion(
                new OpinionPart(description, List.of()),
                new OpinionPart(design, List.of()),
                Optional.of(new OpinionPart(operation, List.of())));

        assertThat(opinion.overall()).isEqualTo(overall);
        assertThat(new SuggestedOpinion(opinion.description(), opinion.design(), Optional.empty()).overall())
                .isEqualTo(OpinionAlgebra.worst(description, design));
    }

    /** Three of thirteen are no quarter; with an entity-level one among them they are pervasive all the same. */
    @Test
    void whatIsEntityLevelStandsInTheCatalogue() {
        assertThat(objectives(false)).isEqualTo(OpinionKind.QUALIFIED);
        assertThat(objectives(true)).isEqualTo(OpinionKind.ADVERSE);
    }

    private static OpinionKind objectives(boolean entityLevel) {
        List<Criterion> all = new ArrayList<>();
        Map<CriterionId, CriterionConclusion> conclusions = new TreeMap<>();
        for (int i = 1; i <= 13; i++) {
            CriterionId id = CriterionId.of("CC1." + i);
            all.add(new Criterion(id, "Own", Set.of(), OptionalInt.empty(), "t", "", List.of(), entityLevel && i == 1));
            conclusions.put(id, i <= 3 ? CriterionConclusion.NOT_MET : CriterionConclusion.MET);
        }
        return OpinionAlgebra.suggest(conclusions, all).kind();
    }
}

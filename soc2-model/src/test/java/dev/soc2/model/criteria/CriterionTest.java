package dev.soc2.model.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionTest {

    private static final List<CriterionId> PRINTED = List.of(
                    "CC1.1", "CC1.2", "CC1.10", "CC2.1", "CC9.2", "CC10.1", "A1.1", "C1.1", "PI1.1", "P1.1", "P8.1",
                    "AC.1", "AC1.1", "X.1")
            .stream()
            .map(CriterionId::of)
            .toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void idsSortAsTheyArePrintedNumbersAsNumbers(long seed) {
        List<CriterionId> shuffled = new ArrayList<>(PRINTED);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(PRINTED);
    }

    @Test
    void idsThatAreWrittenDifferentlyAreDifferent() {
        assertThat(CriterionId.of("CC6.1")).isNotEqualByComparingTo(CriterionId.of("CC6.01"));
        assertThat(CriterionId.of("CC6.1").series()).isEqualTo("CC6");
        assertThat(CriterionId.of("CC6.1")).hasToString("CC6.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CC6",
                "cc6.1",
                "CC6.",
                ".1",
                "CC6.1.1",
                " CC6.1",
                "CC6.1\n",
                "CC6.12345",
                "ABCDEFGHI1.1",
                "CC٦.١"
            })
    void anIdOfAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> CriterionId.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Criterion criterion(
            String id, Set<TrustServicesCategory> categories, OptionalInt coso, String title) {
        return new Criterion(CriterionId.of(id), "Series", categories, coso, title, "", List.of(), false);
    }

    @Test
    void withoutACategoryItIsInScopeOfEveryExamination() {
        Criterion objective = criterion("PAY1.1", Set.of(), OptionalInt.empty(), "t");

        assertThat(objective.isInScopeOf(Set.of(TrustServicesCategory.SECURITY)))
                .isTrue();
        assertThat(objective.isInScopeOf(Set.of(TrustServicesCategory.PRIVACY))).isTrue();
        assertThat(objective.isCommon()).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        Set<TrustServicesCategory> security = Set.of(TrustServicesCategory.SECURITY);

        assertThatThrownBy(() -> criterion("X1.1", security, OptionalInt.of(0), "t"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> criterion("X1.1", security, OptionalInt.of(18), "t"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> criterion("X1.1", security, OptionalInt.empty(), " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PointOfFocus(PointOfFocusTag.TSC, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCatalogueHasCriteriaAndNoneTwice() {
        Criterion one = criterion("X1.1", Set.of(TrustServicesCategory.SECURITY), OptionalInt.empty(), "t");

        assertThatThrownBy(() -> new CriteriaCatalog("c", "t", "", List.of(one, one)))
                .hasMessage("catalogue c has X1.1 twice");
        assertThatThrownBy(() -> new CriteriaCatalog("c", "t", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CriteriaCatalog(" ", "t", "", List.of(one)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWhatEveryCategorySharesIsCommon() {
        assertThat(criterion("X1.1", Set.of(TrustServicesCategory.values()), OptionalInt.empty(), "t")
                        .isCommon())
                .isTrue();
        assertThat(criterion("X1.1", Set.of(TrustServicesCategory.SECURITY), OptionalInt.empty(), "t")
                        .isCommon())
                .isFalse();
    }
}

package dev.soc2.model.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Pervasiveness;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of the three limits decides alone: security and confidentiality are 33 and 2 criteria. */
class PervasivenessTest {

    @ParameterizedTest
    @CsvSource({
        // an entity level criterion with so many others
        "ADVERSE,   CC1.1 CC6.1 CC6.2, 2, 0.25, true",
        "QUALIFIED, CC1.1 CC6.1 CC6.2, 3, 0.25, true",
        "QUALIFIED, CC1.1 CC6.1, 2, 0.25, true",
        "ADVERSE,   CC1.1 CC6.1, 1, 0.25, true",
        "ADVERSE,   CC1.1, 0, 0.25, true",
        "QUALIFIED, CC6.1 CC6.2 CC6.3, 2, 0.25, true",
        // a share of 35: 7 are exactly a fifth, which is not more
        "QUALIFIED, CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7, 2, 0.2, true",
        "ADVERSE,   CC6.1 CC6.2 CC6.3 CC6.4 CC6.5 CC6.6 CC6.7 CC6.8, 2, 0.2, true",
        "ADVERSE,   CC6.1, 2, 0, true",
        // a whole additional category
        "ADVERSE,   C1.1 C1.2, 2, 0.25, true",
        "QUALIFIED, C1.1 C1.2, 2, 0.25, false",
        "QUALIFIED, C1.1, 2, 0.25, true"
    })
    void everyLimitCanBeSet(OpinionKind expected, String failing, int others, BigDecimal share, boolean category) {
        List<Criterion> scope = CriteriaDocument.builtIn()
                .inScopeOf(EnumSet.of(TrustServicesCategory.SECURITY, TrustServicesCategory.CONFIDENTIALITY));
        Map<CriterionId, CriterionConclusion> conclusions = new TreeMap<>();
        scope.forEach(c -> conclusions.put(c.id(), CriterionConclusion.MET));
        for (String id : failing.split(" ", -1)) {
            conclusions.put(CriterionId.of(id), CriterionConclusion.NOT_MET);
        }

        assertThat(scope).hasSize(35);
        assertThat(OpinionAlgebra.suggest(conclusions, scope, new Pervasiveness(others, share, category))
                        .kind())
                .isEqualTo(expected);
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pervasiveness(-1, BigDecimal.ZERO, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pervasiveness(2, BigDecimal.ONE, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pervasiveness(2, new BigDecimal("-0.1"), true));
    }
}

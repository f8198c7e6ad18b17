package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemMeaning;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestAlgebra;
import dev.soc2.model.result.TestFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published cases under the policy CENSUS, their arithmetic done by hand. */
class FlipsTest {

    static Situation found(long conforming, long deviations, long undetermined, long late, IpeStatus ipe) {
        return new Situation(
                new TestFacts(
                        new OutcomeCounts(conforming, deviations, undetermined, 0, 0, 0),
                        late,
                        false,
                        ipe,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE),
                false,
                false);
    }

    static List<String> flips(Situation now) {
        return flips(now, AssuranceLevel.STANDARD);
    }

    private static List<String> flips(Situation now, AssuranceLevel assurance) {
        return Flips.of(
                        now,
                        List.of(Lever.values()),
                        s -> s.bounded(TestAlgebra.conclude(s.facts(), new DeviationPolicy.Census(), assurance)
                                .conclusion()),
                        Scale.OPERATING,
                        (lever, n) -> Change.of(lever.kind, "C", "T1", n, List.of(), ""))
                .stream()
                .map(f -> f.towards() + ": " + f.words())
                .toList();
    }

    /** 20 k <= 214 bears 10; 3 are there, so that 8 more are one too many. Cases 1 and 2 differ in their causes only. */
    @Test
    void threeOf214BearSevenMore() {
        assertThat(flips(found(211, 3, 0, 0, IpeStatus.VERIFIED)))
                .containsExactly(
                        "EFFECTIVE: 3 deviations fewer",
                        "INEFFECTIVE: 8 more deviations",
                        "INEFFECTIVE: an analysis that calls a deviation systemic or intentional");
    }

    /** 40 - 30 = 10 is what 214 bear. */
    @Test
    void fortyOf214AreThirtyTooMany() {
        assertThat(flips(found(174, 40, 0, 0, IpeStatus.VERIFIED)))
                .containsExactly("EFFECTIVE_WITH_DEVIATIONS: 30 deviations fewer", "EFFECTIVE: 40 deviations fewer");
    }

    /** Fewer than 20 bear exactly one that is late; another one, late or not, is too many. */
    @Test
    void oneLateReviewOfFourBearsNoOther() {
        assertThat(flips(found(3, 1, 0, 1, IpeStatus.NOT_NEEDED)))
                .containsExactly(
                        "EFFECTIVE: 1 deviation fewer",
                        "INEFFECTIVE: 1 more deviation",
                        "INEFFECTIVE: an analysis that calls a deviation systemic or intentional");
    }

    @Test
    void oneMissingReviewOfFourIsOneTooMany() {
        assertThat(flips(found(3, 1, 0, 0, IpeStatus.NOT_NEEDED))).containsExactly("EFFECTIVE: 1 deviation fewer");
    }

    /** Without the missing one the late one is left, and borne. */
    @Test
    void theMissingOneGoesFirst() {
        assertThat(flips(found(2, 2, 0, 1, IpeStatus.NOT_NEEDED)))
                .containsExactly("EFFECTIVE_WITH_DEVIATIONS: 1 deviation fewer", "EFFECTIVE: 2 deviations fewer");
    }

    @Test
    void nothingFoundNeedsOneVerifiedPopulationRecord() {
        assertThat(flips(found(0, 0, 0, 0, IpeStatus.UNVERIFIED)))
                .containsExactly(
                        "DID_NOT_OPERATE: one VERIFIED population record",
                        "EFFECTIVE: one item that conforms",
                        "INEFFECTIVE: 1 more deviation");
    }

    @Test
    void nothingThatHappenedTurnsWithTheFirstItem() {
        assertThat(flips(found(0, 0, 0, 0, IpeStatus.VERIFIED)))
                .containsExactly("EFFECTIVE: one item that conforms", "INEFFECTIVE: 1 more deviation");
    }

    /** Of 23, one is borne (20 <= 23) and two are not (40 > 23): the census of case 7. */
    @Test
    void aCensusOf23BearsOne() {
        assertThat(flips(found(23, 0, 0, 0, IpeStatus.VERIFIED)))
                .containsExactly("EFFECTIVE_WITH_DEVIATIONS: 1 more deviation", "INEFFECTIVE: 2 more deviations");
    }

    /** Case 8: nothing but the orphan stands between the test and a good conclusion. */
    @Test
    void whatStoppedTheTestIsToBeSettled() {
        Situation stopped = new Situation(found(3, 0, 0, 0, IpeStatus.VERIFIED).facts(), true, false);

        assertThat(flips(stopped)).containsExactly("EFFECTIVE: what stopped the test, settled");
    }

    /** 100 bear 5; of 7 that cannot be determined 2 have to conform before the others may as well deviate. */
    @Test
    void enoughOfTheUndeterminedItemsAreToBeDetermined() {
        assertThat(flips(found(93, 0, 7, 0, IpeStatus.VERIFIED)))
                .containsExactly(
                        "EFFECTIVE_WITH_DEVIATIONS: 2 undetermined items found to conform",
                        "EFFECTIVE: 7 undetermined items found to conform",
                        "INEFFECTIVE: 6 more deviations");
    }

    /** Neither alone helps: three that deviate are too many of 20, and so are three of which nobody knows. */
    @Test
    void severalChangesAreTakenTogetherWhereNoneHelpsAlone() {
        assertThat(flips(found(14, 3, 3, 0, IpeStatus.VERIFIED)))
                .contains("EFFECTIVE_WITH_DEVIATIONS: 2 deviations fewer; and 3 undetermined items found to conform");
    }

    @Test
    void strictAssuranceAsksForTheProofAsWell() {
        assertThat(flips(found(30, 0, 0, 0, IpeStatus.UNVERIFIED), AssuranceLevel.STRICT))
                .contains("EFFECTIVE: one VERIFIED population record");
    }

    @Test
    void whatMustNotExistIsWatchedOrProvenAway() {
        Situation none = found(0, 0, 0, 0, IpeStatus.UNVERIFIED).with(ItemMeaning.PROHIBITED);

        assertThat(flips(none))
                .containsExactly(
                        "EFFECTIVE: one VERIFIED population record",
                        "EFFECTIVE: a heartbeat without gaps",
                        "INEFFECTIVE: 1 more deviation");
    }

    @Test
    void aSystemicDeviationIsNoLongerOneByAnotherAnalysis() {
        assertThat(flips(found(99, 1, 0, 0, IpeStatus.VERIFIED).systemic(true)))
                .containsExactly(
                        "EFFECTIVE: 1 deviation fewer",
                        "EFFECTIVE_WITH_DEVIATIONS: an analysis by which no deviation is systemic or intentional");
    }
}

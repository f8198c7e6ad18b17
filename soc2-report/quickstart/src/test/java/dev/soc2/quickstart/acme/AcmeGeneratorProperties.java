package dev.soc2.quickstart.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ReasonCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AcmeGeneratorProperties {

    @Property(tries = 10)
    void theSameSeedGivesTheSameYear(@ForAll long seed) {
        assertThat(year(seed)).isEqualTo(year(seed));
    }

    @Property(tries = 15)
    void idsNameOneRecordEach(@ForAll long seed) {
        List<String> ids = year(seed).evidence().stream().map(Evidence::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Property(tries = 15)
    void nothingIsKnownAfterTheAssessment(@ForAll long seed) {
        assertThat(year(seed).evidence())
                .allMatch(record -> !record.occurredAt().isAfter(AcmeTime.AS_OF));
    }

    @Property(tries = 15)
    void noItemIsBothPlantedAndALookAlike(@ForAll long seed) {
        GroundTruth truth = year(seed).truth();
        Set<List<String>> planted = truth.planted().stream()
                .map(p -> List.of(p.control(), p.test(), p.item()))
                .collect(Collectors.toSet());

        assertThat(planted).as("one reason for each item").hasSameSizeAs(truth.planted());
        assertThat(truth.lookAlikes().stream().map(l -> List.of(l.control(), l.test(), l.item())))
                .doesNotContainAnyElementsOf(planted);
    }

    @Example
    void everyReasonIsPlantedInTheShippedYear() {
        Set<ReasonCode> reasons = year(AcmeFiles.SHIPPED_SEED).truth().planted().stream()
                .map(Planted::reason)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReasonCode.class)));

        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        ReasonCode.LATE,
                        ReasonCode.MISSING,
                        ReasonCode.EXCEPTION_TOO_LATE,
                        ReasonCode.UNMATCHED_LEFT,
                        ReasonCode.PREDICATE_FALSE,
                        ReasonCode.NOT_IN_FORCE,
                        ReasonCode.APPROVED_LATE,
                        ReasonCode.STATE_FALSE,
                        ReasonCode.NOT_FRESH,
                        ReasonCode.BELOW_TARGET,
                        ReasonCode.STEP_MISSING,
                        ReasonCode.OUT_OF_ORDER,
                        ReasonCode.STALE_APPROVAL,
                        ReasonCode.SELF_APPROVAL);
    }

    @Example
    void otherSeedsPlantOtherDeviations() {
        Set<GroundTruth> truths =
                LongStream.range(0, 20).mapToObj(seed -> year(seed).truth()).collect(Collectors.toSet());

        assertThat(truths).hasSize(20);
    }

    private static AcmeYear year(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return seed == AcmeFiles.SHIPPED_SEED
                ? AcmeGenerator.generate(random)
                : AcmeGenerator.generateWithTroublesEverywhere(random);
    }
}

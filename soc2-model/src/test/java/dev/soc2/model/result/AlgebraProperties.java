package dev.soc2.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

/** Laws of the five steps from items to an opinion: total, free of order, monotone, and never positive over nothing. */
class AlgebraProperties {

    private static final List<OperatingConclusion> BAD_TO_GOOD = List.of(
            OperatingConclusion.INEFFECTIVE,
            OperatingConclusion.INSUFFICIENT_EVIDENCE,
            OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
            OperatingConclusion.EFFECTIVE);
    private static final List<Criterion> ALL =
            CriteriaDocument.builtIn().inScopeOf(EnumSet.allOf(TrustServicesCategory.class));

    @Provide
    Arbitrary<DeviationPolicy> policies() {
        return Arbitraries.oneOf(
                Arbitraries.of(DeviationPolicy.CENSUS, DeviationPolicy.STRICT),
                Arbitraries.integers()
                        .between(0, 99)
                        .map(percent -> new DeviationPolicy.Tolerance(BigDecimal.valueOf(percent, 2))));
    }

    @Provide
    Arbitrary<TestFacts> facts() {
        Arbitrary<Long> few = Arbitraries.longs().between(0, 60);
        return Combinators.combine(
                        few, few, few, few, few, Arbitraries.of(true, false), Arbitraries.of(IpeStatus.class))
                .as((conforming, late, other, undetermined, aside, systemic, ipe) -> new TestFacts(
                        new OutcomeCounts(conforming, late + other, undetermined, aside / 3, aside / 2, aside),
                        late,
                        systemic,
                        ipe,
                        OperatingConclusion.INSUFFICIENT_EVIDENCE));
    }

    private static OperatingConclusion concluded(TestFacts facts, DeviationPolicy policy, AssuranceLevel assurance) {
        return TestAlgebra.conclude(facts, policy, assurance).conclusion();
    }

    private static TestFacts with(TestFacts facts, OutcomeCounts counts, long late) {
        return new TestFacts(counts, late, facts.systemic(), facts.ipe(), facts.emptyMeans());
    }

    @Property
    void aTestAlwaysConcludesAndSaysWhyUnlessAllIsWell(
            @ForAll("facts") TestFacts facts,
            @ForAll("policies") DeviationPolicy policy,
            @ForAll AssuranceLevel assurance) {
        Concluded<OperatingConclusion> concluded = TestAlgebra.conclude(facts, policy, assurance);

        assertThat(concluded.conclusion()).isNotIn(OperatingConclusion.NOT_TESTED, OperatingConclusion.NOT_APPLICABLE);
        if (concluded.conclusion() != OperatingConclusion.EFFECTIVE) {
            assertThat(concluded.reasons()).isNotEmpty();
        }
    }

    @Property
    void nothingKnownIsNeverEffective(
            @ForAll("facts") TestFacts facts,
            @ForAll("policies") DeviationPolicy policy,
            @ForAll AssuranceLevel assurance) {
        OutcomeCounts c = facts.counts();
        TestFacts nothing =
                with(facts, new OutcomeCounts(0, 0, c.undetermined(), c.excused(), c.pending(), c.outOfScope()), 0);

        assertThat(concluded(nothing, policy, assurance).isEffective()).isFalse();
    }

    @Property
    void turningAConformingItemIntoAWorseOneNeverImproves(
            @ForAll("facts") TestFacts facts,
            @ForAll("policies") DeviationPolicy policy,
            @ForAll AssuranceLevel assurance,
            @ForAll @LongRange(min = 0, max = 2) long kind) {
        OutcomeCounts c = facts.counts();
        OutcomeCounts better = c.plus(ItemOutcome.CONFORMING);
        OutcomeCounts worse = c.plus(kind == 0 ? ItemOutcome.UNDETERMINED : ItemOutcome.DEVIATION);

        assertThat(BAD_TO_GOOD.indexOf(
                        concluded(with(facts, worse, facts.late() + (kind == 1 ? 1 : 0)), policy, assurance)))
                .isBetween(0, BAD_TO_GOOD.indexOf(concluded(with(facts, better, facts.late()), policy, assurance)));
    }

    @Property
    void anUndeterminedItemNeverLeavesPlainEffective(
            @ForAll("facts") TestFacts facts,
            @ForAll("policies") DeviationPolicy policy,
            @ForAll AssuranceLevel assurance) {
        TestFacts doubtful = with(facts, facts.counts().plus(ItemOutcome.UNDETERMINED), facts.late());

        assertThat(concluded(doubtful, policy, assurance)).isNotEqualTo(OperatingConclusion.EFFECTIVE);
    }

    @Property
    void strictnessNeverImproves(@ForAll("facts") TestFacts facts, @ForAll("policies") DeviationPolicy policy) {
        OperatingConclusion standard = concluded(facts, policy, AssuranceLevel.STANDARD);
        OperatingConclusion strict = concluded(facts, policy, AssuranceLevel.STRICT);

        assertThat(strict == standard
                        || (strict == OperatingConclusion.INSUFFICIENT_EVIDENCE && standard.isEffective()))
                .isTrue();
    }

    private static TestResult test(OperatingConclusion conclusion, TestProcedure procedure) {
        return new TestResult(
                "T",
                procedure,
                "ATTRIBUTE",
                "",
                Lane.CENSUS,
                Optional.empty(),
                "CENSUS",
                conclusion,
                Optional.empty(),
                List.of(new Reason(ReasonCode.SATISFIED, conclusion.name())),
                new PopulationResult(0, IpeStatus.NOT_NEEDED, "", List.of(), List.of()),
                OutcomeCounts.NONE,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    @Provide
    Arbitrary<List<TestResult>> tests() {
        return Combinators.combine(Arbitraries.of(OperatingConclusion.class), Arbitraries.of(TestProcedure.class))
                .as(AlgebraProperties::test)
                .list()
                .ofMaxSize(6);
    }

    @Property
    void aControlIsAsGoodAsItsWorstTestInAnyOrder(@ForAll("tests") List<TestResult> tests, @ForAll Random random) {
        List<TestResult> shuffled = new ArrayList<>(tests);
        Collections.shuffle(shuffled, random);
        Concluded<OperatingConclusion> concluded = ControlAlgebra.conclude(tests);

        assertThat(ControlAlgebra.conclude(shuffled)).isEqualTo(concluded);
        if (concluded.conclusion().isEffective()) {
            assertThat(tests)
                    .filteredOn(t -> t.procedure() != TestProcedure.INQUIRY)
                    .anyMatch(t -> t.conclusion().isEffective())
                    .noneMatch(t -> t.conclusion() == OperatingConclusion.INEFFECTIVE
                            || t.conclusion() == OperatingConclusion.INSUFFICIENT_EVIDENCE
                            || t.conclusion() == OperatingConclusion.NOT_TESTED);
        }
        if (concluded.conclusion() == OperatingConclusion.NOT_APPLICABLE) {
            assertThat(tests)
                    .filteredOn(t -> t.procedure() != TestProcedure.INQUIRY)
                    .allMatch(t -> t.conclusion() == OperatingConclusion.NOT_APPLICABLE);
        }
    }

    @Property
    void anotherTestNeverImprovesAControl(@ForAll("tests") List<TestResult> tests, @ForAll OperatingConclusion added) {
        // What did not operate gives way to what did; beside that, a test only takes away.
        List<TestResult> more = new ArrayList<>(tests);
        more.add(test(added, TestProcedure.INSPECTION));
        OperatingConclusion before = ControlAlgebra.conclude(tests).conclusion();
        OperatingConclusion after = ControlAlgebra.conclude(more).conclusion();

        if (before == OperatingConclusion.INEFFECTIVE) {
            assertThat(after).isEqualTo(OperatingConclusion.INEFFECTIVE);
        }
        if (before.isEffective() && after.isEffective()) {
            assertThat(BAD_TO_GOOD.indexOf(after)).isLessThanOrEqualTo(BAD_TO_GOOD.indexOf(before));
        }
    }

    @Provide
    Arbitrary<List<Support>> supports() {
        return Combinators.combine(
                        Arbitraries.strings().withCharRange('A', 'Z').ofLength(3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(OperatingConclusion.class),
                        Arbitraries.of(DesignConclusion.class),
                        Arbitraries.of(true, false))
                .as(Support::new)
                .list()
                .ofMaxSize(5);
    }

    @Property
    void aCriterionIsConcludedInAnyOrder(
            @ForAll("supports") List<Support> supports, @ForAll boolean uncovered, @ForAll Random random) {
        List<Support> shuffled = new ArrayList<>(supports);
        Collections.shuffle(shuffled, random);

        assertThat(CriterionAlgebra.operation(shuffled, uncovered))
                .isEqualTo(CriterionAlgebra.operation(supports, uncovered));
        assertThat(CriterionAlgebra.design(shuffled, uncovered))
                .isEqualTo(CriterionAlgebra.design(supports, uncovered));
    }

    @Property
    void aCriterionIsNeverMetOverNothing(@ForAll("supports") List<Support> supports, @ForAll boolean uncovered) {
        CriterionConclusion operation =
                CriterionAlgebra.operation(supports, uncovered).conclusion();

        assertThat(operation).isNotEqualTo(CriterionConclusion.NOT_RELEVANT);
        if (operation.isMet()) {
            // Somebody was effective, or nothing called for controls whose design is shown.
            assertThat(supports)
                    .anyMatch(s -> s.operating().isEffective()
                            || (s.operating() == OperatingConclusion.INEFFECTIVE && s.compensated())
                            || (s.operating() == OperatingConclusion.DID_NOT_OPERATE
                                    && s.design() == DesignConclusion.SUITABLE));
        }
        if (supports.stream().allMatch(s -> s.operating() == OperatingConclusion.NOT_APPLICABLE)) {
            assertThat(operation).isEqualTo(CriterionConclusion.NOT_MET);
        }
    }

    @Property
    void aWorseControlNeverImprovesACriterion(
            @ForAll("supports") List<Support> supports, @ForAll boolean key, @ForAll boolean compensated) {
        List<Support> good = new ArrayList<>(supports);
        good.add(new Support("X", key, OperatingConclusion.EFFECTIVE, DesignConclusion.SUITABLE, compensated));
        CriterionConclusion best = CriterionAlgebra.operation(good, false).conclusion();

        for (OperatingConclusion operating : OperatingConclusion.values()) {
            if (operating == OperatingConclusion.NOT_APPLICABLE) {
                continue; // leaves another set of controls, of which others may be key
            }
            List<Support> bad = new ArrayList<>(supports);
            bad.add(new Support("X", key, operating, DesignConclusion.SUITABLE, compensated));

            assertThat(CriterionAlgebra.operation(bad, false).conclusion()).isGreaterThanOrEqualTo(best);
        }
    }

    @Property
    void aFailingControlThatIsNotKeyNeverImprovesACriterion(
            @ForAll("supports") List<Support> supports, @ForAll boolean notTested) {
        List<Support> keyed = new ArrayList<>(supports);
        keyed.add(new Support(
                "K", true, OperatingConclusion.DID_NOT_OPERATE, DesignConclusion.INSUFFICIENT_EVIDENCE, false));
        CriterionConclusion before = CriterionAlgebra.operation(keyed, false).conclusion();
        OperatingConclusion failing = notTested ? OperatingConclusion.NOT_TESTED : OperatingConclusion.INEFFECTIVE;
        keyed.add(new Support("N", false, failing, DesignConclusion.SUITABLE, false));

        assertThat(CriterionAlgebra.operation(keyed, false).conclusion()).isGreaterThanOrEqualTo(before);
    }

    @Provide
    Arbitrary<Map<CriterionId, CriterionConclusion>> conclusions() {
        // Mostly met, so that both sides of every border are met.
        return Arbitraries.frequency(
                        Tuple.of(40, CriterionConclusion.MET),
                        Tuple.of(4, CriterionConclusion.MET_WITH_EXCEPTIONS),
                        Tuple.of(4, CriterionConclusion.NOT_RELEVANT),
                        Tuple.of(2, CriterionConclusion.NOT_MET),
                        Tuple.of(2, CriterionConclusion.INSUFFICIENT_EVIDENCE))
                .list()
                .ofSize(ALL.size())
                .map(list -> {
                    Map<CriterionId, CriterionConclusion> map = new TreeMap<>();
                    for (int i = 0; i < ALL.size(); i++) {
                        map.put(ALL.get(i).id(), list.get(i));
                    }
                    return map;
                });
    }

    @Property(tries = 300)
    void anOpinionIsSuggestedInAnyOrderAndNeverImprovesByAFailure(
            @ForAll("conclusions") Map<CriterionId, CriterionConclusion> conclusions,
            @ForAll Random random,
            @ForAll CriterionConclusion other) {
        List<Criterion> shuffled = new ArrayList<>(ALL);
        Collections.shuffle(shuffled, random);
        OpinionPart part = OpinionAlgebra.suggest(conclusions, ALL);
        assertThat(OpinionAlgebra.suggest(conclusions, shuffled)).isEqualTo(part);

        Map<CriterionId, CriterionConclusion> met = new TreeMap<>(conclusions);
        Map<CriterionId, CriterionConclusion> notMet = new TreeMap<>(conclusions);
        CriterionId any = ALL.get(random.nextInt(ALL.size())).id();
        met.put(any, CriterionConclusion.MET);
        notMet.put(any, CriterionConclusion.NOT_MET);
        OpinionKind better = OpinionAlgebra.suggest(met, ALL).kind();
        OpinionKind worse = OpinionAlgebra.suggest(notMet, ALL).kind();
        assertThat(OpinionAlgebra.worst(better, worse)).isEqualTo(worse);
    }

    @Property
    void theWorstOfTwoKindsIsOneOfThemInAnyOrder(@ForAll OpinionKind a, @ForAll OpinionKind b, @ForAll OpinionKind c) {
        assertThat(OpinionAlgebra.worst(a, b))
                .isEqualTo(OpinionAlgebra.worst(b, a))
                .isIn(a, b);
        assertThat(OpinionAlgebra.worst(OpinionAlgebra.worst(a, b), c))
                .isEqualTo(OpinionAlgebra.worst(a, OpinionAlgebra.worst(b, c)));
    }

    @Property
    void aJudgementWithoutAReasonIsNeverSofter(
            @ForAll OperatingConclusion computed, @ForAll OperatingConclusion judged) {
        boolean without = JudgementAlgebra.accepts(computed, judged, false);
        boolean with = JudgementAlgebra.accepts(computed, judged, true);

        assertThat(without && !with).isFalse();
        if (without && computed != judged) {
            assertThat(judged).isNotEqualTo(OperatingConclusion.EFFECTIVE);
        }
    }
}

package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemMeaning;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestAlgebra;
import dev.soc2.model.result.TestFacts;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is said to change a conclusion changes it, and one step less does not. The facts are changed by hand here. */
class FlipsProperties {

    private static OperatingConclusion conclude(Situation s, DeviationPolicy policy, AssuranceLevel assurance) {
        return s.bounded(TestAlgebra.conclude(s.facts(), policy, assurance).conclusion());
    }

    private static List<Flip<OperatingConclusion>> flips(
            Situation now, DeviationPolicy policy, AssuranceLevel assurance) {
        return Flips.of(
                now,
                List.of(Lever.values()),
                s -> conclude(s, policy, assurance),
                Scale.OPERATING,
                (lever, n) -> Change.of(lever.kind, "C", "T1", n, List.of(), ""));
    }

    /** The facts after so many changes of a kind, written out on their own. */
    private static Situation after(Situation s, ChangeKind kind, long n) {
        OutcomeCounts c = s.counts();
        long conforming = c.conforming();
        long deviations = c.deviations();
        long undetermined = c.undetermined();
        long excused = c.excused();
        long late = s.facts().late();
        boolean systemic = s.facts().systemic();
        IpeStatus ipe = s.facts().ipe();
        ItemMeaning items = s.facts().items();
        boolean open = s.stopped();
        boolean unproven = s.unproven();
        for (long i = 0; i < n; i++) {
            switch (kind) {
                case FEWER_DEVIATIONS -> {
                    late = deviations > late ? late : late - 1;
                    deviations--;
                    conforming++;
                }
                case DETERMINE -> {
                    undetermined--;
                    conforming++;
                }
                case OCCURRENCE -> conforming++;
                case POPULATION_PROOF -> ipe = IpeStatus.VERIFIED;
                case HEARTBEAT -> items = ItemMeaning.PROHIBITED_AND_WATCHED;
                case NOT_SYSTEMIC -> systemic = false;
                case SYSTEMIC -> systemic = true;
                case SETTLE -> {
                    open = false;
                    unproven = false;
                }
                case EXCEPTIONS_REFUSED -> {
                    excused--;
                    deviations++;
                }
                case MORE_DEVIATIONS -> {
                    if (items == ItemMeaning.CALL && conforming > 0) {
                        conforming--;
                    } else if (items == ItemMeaning.CALL && undetermined > 0) {
                        undetermined--;
                    }
                    deviations++;
                }
                default -> throw new AssertionError(kind);
            }
        }
        OutcomeCounts then = new OutcomeCounts(conforming, deviations, undetermined, excused, c.pending(), 0);
        return new Situation(new TestFacts(then, late, systemic, ipe, s.facts().emptyMeans(), items), open, unproven);
    }

    private static Situation after(Situation s, List<Change> changes, int shortened) {
        Situation then = s;
        for (int i = 0; i < changes.size(); i++) {
            long n = changes.get(i).count() - (i == shortened ? 1 : 0);
            then = after(then, changes.get(i).kind(), n);
        }
        return then;
    }

    @Property(seed = "20251122", tries = 3000)
    void theStatedChangeLeadsToTheStatedConclusion(
            @ForAll("situations") Situation now,
            @ForAll("policies") DeviationPolicy policy,
            @ForAll AssuranceLevel assurance) {
        OperatingConclusion before = conclude(now, policy, assurance);

        for (Flip<OperatingConclusion> flip : flips(now, policy, assurance)) {
            OperatingConclusion then = conclude(after(now, flip.changes(), -1), policy, assurance);

            assertThat(then).isEqualTo(flip.towards()).isNotEqualTo(before);
            assertThat(Scale.OPERATING.isBetter(then, before)).isEqualTo(flip.better());
        }
    }

    @Property(seed = "20251122", tries = 3000)
    void oneStepLessDoesNot(
            @ForAll("situations") Situation now,
            @ForAll("policies") DeviationPolicy policy,
            @ForAll AssuranceLevel assurance) {
        for (Flip<OperatingConclusion> flip : flips(now, policy, assurance)) {
            for (int i = 0; i < flip.changes().size(); i++) {
                OperatingConclusion then = conclude(after(now, flip.changes(), i), policy, assurance);

                assertThat(then).as(flip.words()).isNotEqualTo(flip.towards());
                if (flip.changes().size() > 1) {
                    assertThat(Scale.OPERATING.isGood(then)).as(flip.words()).isFalse();
                }
            }
        }
    }

    /** Everything that can be wrong can be put right: all deviations, all doubt, all proof. */
    @Property(seed = "20251122", tries = 1000)
    void everyConclusionThatIsNotGoodHasAWayOut(
            @ForAll("situations") Situation now,
            @ForAll("policies") DeviationPolicy policy,
            @ForAll AssuranceLevel assurance) {
        boolean pendingAlone = now.counts().pending() > 0;
        if (!pendingAlone && !Scale.OPERATING.isGood(conclude(now, policy, assurance))) {
            assertThat(flips(now, policy, assurance)).anyMatch(f -> Scale.OPERATING.isGood(f.towards()));
        }
    }

    @Provide
    Arbitrary<DeviationPolicy> policies() {
        return Arbitraries.of(
                new DeviationPolicy.Census(),
                new DeviationPolicy.Strict(),
                new DeviationPolicy.Tolerance(new BigDecimal("0.025")));
    }

    @Provide
    Arbitrary<Situation> situations() {
        Arbitrary<Long> small = Arbitraries.longs().between(0, 6);
        Arbitrary<Long> any = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, small),
                net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 300)));
        Arbitrary<OutcomeCounts> counts = Combinators.combine(
                        any, small, small, small, Arbitraries.longs().between(0, 1))
                .as((c, d, u, e, p) -> new OutcomeCounts(c, d, u, e, p, 0));
        return Combinators.combine(
                        counts,
                        small,
                        Arbitraries.of(true, false),
                        Arbitraries.of(IpeStatus.class),
                        Arbitraries.of(ItemMeaning.class),
                        Arbitraries.of(0, 0, 0, 1, 2))
                .as((c, late, systemic, ipe, items, stop) -> new Situation(
                        new TestFacts(
                                c,
                                Math.min(late, c.deviations()),
                                systemic && c.deviations() > 0,
                                ipe,
                                OperatingConclusion.INSUFFICIENT_EVIDENCE,
                                items),
                        stop == 1,
                        stop == 2));
    }
}

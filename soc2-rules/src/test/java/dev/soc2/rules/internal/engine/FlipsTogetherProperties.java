package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.PartAlgebra;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Conclusions taken together change as stated when the parts change as stated, and need every change that is named. */
class FlipsTogetherProperties {

    /** A part with what it is and, other than that, what it could become. */
    private record Case(OperatingConclusion now, OperatingConclusion then) {}

    private static List<Flip<OperatingConclusion>> flips(
            List<Case> cases, Function<List<OperatingConclusion>, OperatingConclusion> conclude) {
        List<List<Flip<OperatingConclusion>>> flips = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case part = cases.get(i);
            boolean better = Scale.OPERATING.isBetter(part.then(), part.now());
            Change change = Change.of(ChangeKind.SETTLE, "C", String.valueOf(i), 1, List.of(), "");
            flips.add(
                    part.then() == part.now() ? List.of() : List.of(new Flip<>(part.then(), better, List.of(change))));
        }
        return new FlipsTogether<>(
                        cases.stream().map(Case::now).toList(), flips, conclude, Scale.OPERATING, Scale.OPERATING)
                .all();
    }

    private static List<OperatingConclusion> after(List<Case> cases, List<Change> changes) {
        List<String> changed = changes.stream().map(Change::test).toList();
        List<OperatingConclusion> then = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            then.add(
                    changed.contains(String.valueOf(i))
                            ? cases.get(i).then()
                            : cases.get(i).now());
        }
        return then;
    }

    @Property(seed = "20251122")
    void allOfThemChangeAsStated(@ForAll("cases") List<Case> cases) {
        holds(cases, PartAlgebra::allOf);
    }

    @Property(seed = "20251122")
    void anyOfThemChangeAsStated(@ForAll("cases") List<Case> cases) {
        holds(cases, PartAlgebra::anyOf);
    }

    private static void holds(List<Case> cases, Function<List<OperatingConclusion>, OperatingConclusion> conclude) {
        OperatingConclusion now = conclude.apply(cases.stream().map(Case::now).toList());
        for (Flip<OperatingConclusion> flip : flips(cases, conclude)) {
            OperatingConclusion then = conclude.apply(after(cases, flip.changes()));

            assertThat(then).isEqualTo(flip.towards()).isNotEqualTo(now);
            assertThat(Scale.OPERATING.isBetter(then, now)).isEqualTo(flip.better());
            for (int dropped = 0; dropped < flip.changes().size(); dropped++) {
                List<Change> others = new ArrayList<>(flip.changes());
                others.remove(dropped);
                OperatingConclusion less = conclude.apply(after(cases, others));
                assertThat(flip.changes().size() == 1 ? less == now : !Scale.OPERATING.isGood(less))
                        .isTrue();
            }
        }
    }

    @Provide
    Arbitrary<List<Case>> cases() {
        Arbitrary<OperatingConclusion> conclusions =
                Arbitraries.of(OperatingConclusion.values()).filter(c -> c != OperatingConclusion.NOT_APPLICABLE);
        return Combinators.combine(conclusions, conclusions)
                .as(Case::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}

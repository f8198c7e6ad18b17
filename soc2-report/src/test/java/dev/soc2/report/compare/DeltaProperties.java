package dev.soc2.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of a comparison. */
class DeltaProperties {

    private static final List<String> DUES =
            List.of("2025-03-01T00:00:00Z", "2025-06-30T23:59:59Z", "2025-07-01T00:00:00Z", "2025-09-01T00:00:00Z");

    @Provide
    Arbitrary<Assessment> assessments() {
        Arbitrary<ItemResult> items = Combinators.combine(
                        Arbitraries.of("i1", "i2", "i3", "i4"),
                        Arbitraries.of(ItemOutcome.values()),
                        Arbitraries.of(DUES))
                .as(Variants::item);
        Arbitrary<ControlResult> controls = Combinators.combine(
                        Arbitraries.of("C-1", "C-2", "C-3", "C-4"),
                        Arbitraries.of(OperatingConclusion.values()),
                        Arbitraries.of(DesignConclusion.values()),
                        Arbitraries.of("done in time", "done within 2 days"),
                        Arbitraries.of(IpeStatus.values()),
                        items.list().ofMaxSize(4).uniqueElements(ItemResult::id))
                .as((id, operating, design, rule, ipe, found) ->
                        Variants.control(id, operating, design, rule, ipe, found.toArray(ItemResult[]::new)));
        Arbitrary<List<CriterionConclusion>> criteria =
                Arbitraries.of(CriterionConclusion.values()).list().ofMaxSize(3);
        return Combinators.combine(
                        controls.list().ofMaxSize(4).uniqueElements(ControlResult::id),
                        criteria,
                        Arbitraries.of("1.0.0", "1.1.0"),
                        Arbitraries.of('a', 'd'),
                        Arbitraries.of("2025-07-01T00:00:00Z", "2025-08-01T00:00:00Z"))
                .as((own, conclusions, pack, records, asOf) -> {
                    Variants variant = Variants.of().pack(pack).records(records).asOf(asOf);
                    own.forEach(variant::control);
                    for (int i = 0; i < conclusions.size(); i++) {
                        variant.criterion("CC6." + (i + 1), conclusions.get(i), "C-" + (i + 1));
                    }
                    return variant.build();
                });
    }

    @Property(tries = 300)
    void nothingDiffersFromItself(@ForAll("assessments") Assessment one) {
        Delta delta = Delta.between(one, one);

        assertThat(delta.isEmpty()).isTrue();
        assertThat(delta.frame()).isEmpty();
        assertThat(Stream.concat(delta.criteria().stream(), delta.controls().stream()))
                .allMatch(change -> change.kind() == ChangeClass.UNCHANGED
                        && change.causes().isEmpty());
    }

    @Property(tries = 300)
    void backIsTheMirrorOfForth(@ForAll("assessments") Assessment one, @ForAll("assessments") Assessment two) {
        Delta forth = Delta.between(one, two);
        Delta back = Delta.between(two, one);

        assertThat(mirrored(back.controls())).isEqualTo(plain(forth.controls()));
        assertThat(mirrored(back.criteria())).isEqualTo(plain(forth.criteria()));
        assertThat(back.frame().stream().map(c -> c.aspect() + " " + c.about() + " " + c.after() + " " + c.before()))
                .containsExactlyInAnyOrderElementsOf(forth.frame().stream()
                        .map(c -> c.aspect() + " " + c.about() + " " + c.before() + " " + c.after())
                        .toList());
        assertThat(back.items(ChangeClass.NEW)).hasSameSizeAs(forth.items(ChangeClass.RESOLVED));
        assertThat(back.items(ChangeClass.WORSE)).hasSameSizeAs(forth.items(ChangeClass.BETTER));
    }

    /** Written out here, so that the law does not rest on the method that it is about. */
    private static ChangeClass mirror(ChangeClass kind) {
        return switch (kind) {
            case NEW -> ChangeClass.RESOLVED;
            case RESOLVED -> ChangeClass.NEW;
            case WORSE -> ChangeClass.BETTER;
            case BETTER -> ChangeClass.WORSE;
            case ADDED -> ChangeClass.REMOVED;
            case REMOVED -> ChangeClass.ADDED;
            case UNCHANGED -> ChangeClass.UNCHANGED;
        };
    }

    private static List<String> plain(List<ResultChange> changes) {
        return changes.stream()
                .map(c -> c.id() + " " + c.kind() + " " + c.before() + " " + c.after() + " " + c.causes())
                .toList();
    }

    private static List<String> mirrored(List<ResultChange> changes) {
        return changes.stream()
                .map(c -> c.id() + " " + mirror(c.kind()) + " " + c.after() + " " + c.before() + " " + c.causes())
                .toList();
    }

    @Property(tries = 300)
    void eachCriterionAndControlOfEitherSideStandsInOneClass(
            @ForAll("assessments") Assessment one, @ForAll("assessments") Assessment two) {
        Delta delta = Delta.between(one, two);

        List<String> controls = Stream.concat(one.controls().stream(), two.controls().stream())
                .map(ControlResult::id)
                .distinct()
                .toList();
        List<String> criteria = Stream.concat(one.criteria().stream(), two.criteria().stream())
                .map(CriterionResult::id)
                .map(Object::toString)
                .distinct()
                .toList();
        assertThat(Stream.of(ChangeClass.values()).flatMap(kind -> delta.controls(kind).stream()))
                .extracting(ResultChange::id)
                .containsExactlyInAnyOrderElementsOf(controls);
        assertThat(Stream.of(ChangeClass.values()).flatMap(kind -> delta.criteria(kind).stream()))
                .extracting(ResultChange::id)
                .containsExactlyInAnyOrderElementsOf(criteria);
    }

    @Property(tries = 300)
    void everyChangeHasACauseAndOnlyThat(@ForAll("assessments") Assessment one, @ForAll("assessments") Assessment two) {
        Delta delta = Delta.between(one, two);

        assertThat(Stream.concat(delta.criteria().stream(), delta.controls().stream()))
                .allMatch(change -> change.isSame() == change.causes().isEmpty());
        // Nothing that is measured or examined otherwise is put down to the world alone.
        if (!delta.frame(ChangeCause.RULE).isEmpty()
                && delta.frame().stream().anyMatch(c -> c.aspect() == FrameAspect.PACK)) {
            assertThat(delta.controls().stream().filter(change -> !change.isSame()))
                    .allMatch(change -> change.causes().contains(ChangeCause.RULE));
        }
    }

    @Property(tries = 300)
    void anAssessmentHasNothingNewAgainstItsOwnBaseline(@ForAll("assessments") Assessment one) {
        BaselineComparison found = Baseline.of(one).compare(one);

        assertThat(found.added()).isEmpty();
        assertThat(found.fixed()).isEmpty();
        assertThat(found.unseen()).isEmpty();
        assertThat(found.known()).isEqualTo(Baseline.of(one).findings());
    }

    @Property(tries = 300)
    void everyFindingOfEitherSideStandsInOneList(
            @ForAll("assessments") Assessment one, @ForAll("assessments") Assessment two) {
        BaselineComparison found = Baseline.of(one).compare(two);

        assertThat(Stream.of(found.added(), found.known(), found.fixed(), found.unseen())
                        .flatMap(List::stream)
                        .map(Finding::fingerprint))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Baseline.of(one).findings().stream(), Baseline.of(two).findings().stream())
                                .map(Finding::fingerprint)
                                .distinct()
                                .toList());
        // What the later run finds and the earlier one did not is new, whatever else moved.
        assertThat(found.added()).hasSize((int) Baseline.of(two).findings().stream()
                .filter(finding -> Baseline.of(one).findings().stream()
                        .noneMatch(known -> known.place().equals(finding.place())
                                && known.level() == finding.level()
                                && known.kind() == finding.kind()))
                .count());
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PartAlgebra;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestCoverage;
import dev.soc2.rules.rule.Combination;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes the parts of a combined rule together: counts, months, items and reasons added up, one conclusion on all. */
final class PartsTogether {

    private static final List<IpeStatus> WORST_FIRST = List.of(
            IpeStatus.FAILED, IpeStatus.UNVERIFIED, IpeStatus.PARTIAL, IpeStatus.VERIFIED, IpeStatus.NOT_NEEDED);

    private final PlannedRule.Several rule;
    private final List<Part> parts;
    private final Place place;

    PartsTogether(PlannedRule.Several rule, List<Part> parts, Place place) {
        this.rule = rule;
        this.parts = List.copyOf(parts);
        this.place = place;
    }

    /** Concludes; a record about the whole that contradicts what is there leaves nothing to conclude from. */
    Part conclude(PopulationResult whole) {
        List<OperatingConclusion> conclusions =
                parts.stream().map(Part::conclusion).toList();
        OperatingConclusion conclusion = take(conclusions);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            reasons.add(new Reason(
                    ReasonCode.PART_CONCLUDED,
                    place.prefix() + (i + 1) + ": " + conclusions.get(i) + " ("
                            + rule.parts().get(i).rule().kind() + ")"));
            reasons.addAll(parts.get(i).reasons());
        }
        boolean contradicted = whole.ipe() == IpeStatus.FAILED;
        if (contradicted) {
            reasons.addAll(place.labelled(whole.reasons()));
        }
        return new Part(
                contradicted ? OperatingConclusion.INSUFFICIENT_EVIDENCE : conclusion,
                reasons,
                population(whole),
                parts.stream().map(Part::counts).reduce(OutcomeCounts.NONE, OutcomeCounts::plus),
                months(),
                items(),
                notInForce(conclusion),
                Optional.empty(),
                parts.stream().flatMap(p -> p.coverage().stream()).reduce(TestCoverage::plus),
                contradicted ? reconciled(conclusion) : flips(conclusions));
    }

    private OperatingConclusion take(List<OperatingConclusion> conclusions) {
        return isAny() ? PartAlgebra.anyOf(conclusions) : PartAlgebra.allOf(conclusions);
    }

    private List<Flip<OperatingConclusion>> flips(List<OperatingConclusion> conclusions) {
        return new FlipsTogether<>(
                        conclusions,
                        parts.stream().map(Part::flips).toList(),
                        this::take,
                        Scale.OPERATING,
                        Scale.OPERATING)
                .all();
    }

    /** Nothing else changes anything as long as a record contradicts the whole. */
    private List<Flip<OperatingConclusion>> reconciled(OperatingConclusion then) {
        boolean better = Scale.OPERATING.isBetter(then, OperatingConclusion.INSUFFICIENT_EVIDENCE);
        return then == OperatingConclusion.INSUFFICIENT_EVIDENCE
                ? List.of()
                : List.of(new Flip<>(
                        then,
                        better,
                        List.of(Change.of(
                                ChangeKind.POPULATION_PROOF,
                                place.path().substring(0, place.path().indexOf('/')),
                                place.path().substring(place.path().indexOf('/') + 1),
                                1,
                                List.of(),
                                RuleEvidence.words(rule.population())))));
    }

    private boolean isAny() {
        return rule.rule().combination() == Combination.ANY_OF;
    }

    private PopulationResult population(PopulationResult whole) {
        List<PopulationResult> all =
                new ArrayList<>(parts.stream().map(Part::population).toList());
        if (whole.ipe() == IpeStatus.FAILED) {
            all.add(whole);
        }
        return new PopulationResult(
                parts.stream().mapToLong(p -> p.population().count()).sum(),
                WORST_FIRST.stream()
                        .filter(status -> all.stream().anyMatch(p -> p.ipe() == status))
                        .findFirst()
                        .orElse(IpeStatus.NOT_NEEDED),
                all.stream()
                        .map(PopulationResult::query)
                        .filter(q -> !q.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                all.stream().flatMap(p -> p.reasons().stream()).toList(),
                all.stream().flatMap(p -> p.evidence().stream()).toList());
    }

    private Map<YearMonth, OutcomeCounts> months() {
        Map<YearMonth, OutcomeCounts> months = new TreeMap<>();
        parts.forEach(
                part -> part.months().forEach((month, counts) -> months.merge(month, counts, OutcomeCounts::plus)));
        return months;
    }

    private List<ItemResult> items() {
        return parts.stream()
                .flatMap(part -> part.items().stream())
                .sorted(Findings.BY_ID)
                .toList();
    }

    /** Of alternatives only the time in which none of those that decide was in place. */
    private List<Window> notInForce(OperatingConclusion conclusion) {
        if (!isAny()) {
            return parts.stream().flatMap(p -> p.notInForce().stream()).toList();
        }
        return parts.stream()
                .filter(p -> p.conclusion() == conclusion)
                .map(Part::notInForce)
                .reduce(PartsTogether::inBoth)
                .orElse(List.of());
    }

    private static List<Window> inBoth(List<Window> one, List<Window> other) {
        return one.stream()
                .flatMap(a -> other.stream().map(a::intersect))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}

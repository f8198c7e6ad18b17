package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionAlgebra;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.Support;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** From what was found about controls, or what is supposed of them, to the criteria. */
final class CriteriaRun {

    private final Plan plan;
    private final Window examined;
    private final Map<String, ControlRun.Ran> runs;
    private final Compensation compensation;
    private final Reliance reliance;

    /**
     * Makes it.
     *
     * @param runs what was found about each control, dependencies weighed
     */
    CriteriaRun(Plan plan, Window examined, Instants instants, Map<String, ControlRun.Ran> runs) {
        this.plan = plan;
        this.examined = examined;
        this.runs = runs;
        compensation = new Compensation(runs.values());
        reliance = new Reliance(
                plan,
                examined,
                instants,
                id -> Optional.ofNullable(runs.get(id)).map(this::support));
    }

    /** What the operation of its controls says about a criterion. */
    Concluded<CriterionConclusion> operation(CriterionId criterion) {
        return conclude(criterion, List.of(), CriterionAlgebra::operation);
    }

    /** What the design of its controls says about a criterion. */
    Concluded<CriterionConclusion> design(CriterionId criterion) {
        return conclude(criterion, List.of(), CriterionAlgebra::design);
    }

    /** The same about either, if another control supported it. */
    Concluded<CriterionConclusion> linked(CriterionId criterion, boolean operation, Support another) {
        return conclude(
                criterion, List.of(another), operation ? CriterionAlgebra::operation : CriterionAlgebra::design);
    }

    private Concluded<CriterionConclusion> conclude(
            CriterionId criterion,
            List<Support> more,
            BiFunction<Collection<Support>, Boolean, Concluded<CriterionConclusion>> roll) {
        Optional<NotRelevantCriterion> notRelevant = plan.engagement.notRelevant().stream()
                .filter(n -> n.criterion().equals(criterion))
                .findFirst();
        if (notRelevant.isPresent()) {
            return Concluded.because(
                    CriterionConclusion.NOT_RELEVANT,
                    ReasonCode.NOT_RELEVANT,
                    notRelevant.get().reason());
        }
        List<ControlRun.Ran> own = own(criterion);
        List<Support> supports =
                new ArrayList<>(own.stream().map(r -> support(r, criterion)).toList());
        supports.addAll(more);
        List<Window> uncovered = uncovered(own);
        return reliance.conclude(
                criterion,
                supports,
                dated(roll.apply(supports, !uncovered.isEmpty()), uncovered, "no key control"),
                watching -> watched(watching, roll));
    }

    /** On whom the criteria rely. */
    RelianceResult reliance(List<CriterionId> concluded) {
        return reliance.result(
                concluded, id -> own(id).stream().map(this::support).toList());
    }

    /** What was found about the controls that address a criterion. */
    List<ControlRun.Ran> own(CriterionId criterion) {
        return runs.values().stream()
                .filter(r -> r.result().control().criteria().contains(criterion))
                .toList();
    }

    private Support support(ControlRun.Ran ran) {
        return support(ran, List.of());
    }

    private Support support(ControlRun.Ran ran, CriterionId criterion) {
        return support(ran, ran.result().control().covers().getOrDefault(criterion, List.of()));
    }

    private Support support(ControlRun.Ran ran, List<String> parts) {
        ControlResult result = ran.result();
        boolean compensated = compensation.isCompensated(result);
        Optional<OperatingConclusion> unknown = compensated ? Compensation.unknownBeside(result) : Optional.empty();
        return new Support(
                result.id(),
                result.control().key(),
                unknown.or(result::operating).orElse(OperatingConclusion.NOT_TESTED),
                result.design(),
                compensated && unknown.isEmpty(),
                Set.copyOf(parts));
    }

    /** What the controls show that watch over others, over whom somebody has to watch all the time. */
    private Concluded<CriterionConclusion> watched(
            Collection<Support> watching,
            BiFunction<Collection<Support>, Boolean, Concluded<CriterionConclusion>> roll) {
        List<Window> uncovered = uncovered(runs.values().stream()
                .filter(r -> watching.stream()
                        .anyMatch(s -> s.control().equals(r.result().id())))
                .toList());
        return dated(roll.apply(watching, !uncovered.isEmpty()), uncovered, "no key control that watches over others");
    }

    /** Names the time in which no key control was in place. */
    private Concluded<CriterionConclusion> dated(
            Concluded<CriterionConclusion> concluded, List<Window> uncovered, String who) {
        if (uncovered.isEmpty()) {
            return concluded;
        }
        List<Reason> reasons = new ArrayList<>(concluded.reasons());
        reasons.removeIf(r -> r.code() == ReasonCode.UNCOVERED_TIME && r.text().startsWith("for a part"));
        reasons.add(new Reason(
                ReasonCode.UNCOVERED_TIME, who + " was in force " + Days.words(uncovered, plan.engagement.zone())));
        return new Concluded<>(concluded.conclusion(), reasons);
    }

    /** The parts of the examined time in which no key control of a criterion was in place. */
    private List<Window> uncovered(List<ControlRun.Ran> own) {
        List<ControlRun.Ran> applicable = own.stream()
                .filter(r -> r.result().design() != DesignConclusion.NOT_APPLICABLE)
                .toList();
        boolean anyKey = applicable.stream().anyMatch(r -> r.result().control().key());
        List<Window> inForce = applicable.stream()
                .filter(r -> !anyKey || r.result().control().key())
                .flatMap(r -> r.inForce().stream())
                .toList();
        return applicable.isEmpty() ? List.of() : examined.without(inForce);
    }
}

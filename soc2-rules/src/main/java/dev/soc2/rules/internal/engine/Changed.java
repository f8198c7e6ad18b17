package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.ImplementationResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Support;
import dev.soc2.model.result.TestResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What would change the conclusions on controls and criteria: the changes of their tests and controls, each put through
 * dependencies, compensation and reliance again.
 */
final class Changed {

    private final Plan plan;
    private final Window examined;
    private final Instants instants;
    private final Map<String, ControlRun.Ran> found;

    /**
     * Makes it.
     *
     * @param found what was found about each control, dependencies not weighed yet
     */
    Changed(Plan plan, Window examined, Instants instants, Map<String, ControlRun.Ran> found) {
        this.plan = plan;
        this.examined = examined;
        this.instants = instants;
        this.found = Map.copyOf(found);
    }

    /** A control with what would change its operation; nothing for a Type I, whose inspections have said it. */
    ControlRun.Ran withFlips(ControlRun.Ran ran) {
        ControlResult result = ran.result();
        List<TestResult> tests = result.tests();
        if (result.operating().isEmpty() || tests.isEmpty()) {
            return ran;
        }
        List<Flip<OperatingConclusion>> flips = new FlipsTogether<>(
                        tests.stream().map(TestResult::effectiveConclusion).toList(),
                        tests.stream().map(TestResult::flips).toList(),
                        conclusions -> operating(result, conclusions),
                        Scale.OPERATING,
                        Scale.OPERATING)
                .all();
        return new ControlRun.Ran(result.withFlips(flips), ran.inForce());
    }

    private OperatingConclusion operating(ControlResult result, List<OperatingConclusion> ofTests) {
        ControlRun.Ran raw = found.get(result.id());
        if (raw == null) {
            throw new IllegalStateException("nothing was found about " + result.id());
        }
        ControlRun.Ran supposed = new ControlRun.Ran(Supposed.tests(raw.result(), ofTests), raw.inForce());
        return new Dependencies(found, plan.known())
                .weigh(supposed)
                .result()
                .operating()
                .orElseThrow();
    }

    /** What would change the conclusion on a criterion: for each other conclusion the smallest change. */
    List<Flip<CriterionConclusion>> flips(
            CriterionId criterion, CriterionConclusion now, Map<String, ControlRun.Ran> runs) {
        if (now == CriterionConclusion.NOT_RELEVANT) {
            return List.of();
        }
        CriteriaRun asked = new CriteriaRun(plan, examined, instants, runs);
        List<ControlResult> own = asked.own(criterion).stream()
                .map(ControlRun.Ran::result)
                .filter(r -> r.design() != DesignConclusion.NOT_APPLICABLE)
                .toList();
        boolean typeII = plan.engagement.period().isPresent();
        List<Flip<CriterionConclusion>> flips = new ArrayList<>();
        if (own.isEmpty()) {
            link(criterion, now, typeII, asked).ifPresent(flips::add);
        } else if (typeII) {
            flips.addAll(flips(
                    own,
                    r -> r.operating().orElseThrow(),
                    ControlResult::flips,
                    Supposed::operation,
                    Scale.OPERATING,
                    supposed -> ask(runs, supposed).operation(criterion).conclusion()));
        } else {
            flips.addAll(flips(
                    own,
                    ControlResult::design,
                    r -> r.implementation().map(ImplementationResult::flips).orElse(List.of()),
                    Supposed::design,
                    Scale.DESIGN,
                    supposed -> ask(runs, supposed).design(criterion).conclusion()));
        }
        return smallest(flips);
    }

    private static <C extends Enum<C>> List<Flip<CriterionConclusion>> flips(
            List<ControlResult> own,
            Function<ControlResult, C> concluded,
            Function<ControlResult, List<Flip<C>>> flips,
            BiFunction<ControlResult, C, ControlResult> suppose,
            Scale<C> scale,
            Function<List<ControlResult>, CriterionConclusion> ask) {
        return new FlipsTogether<>(
                        own.stream().map(concluded).toList(),
                        own.stream().map(flips).toList(),
                        conclusions -> {
                            List<ControlResult> supposed = new ArrayList<>();
                            for (int i = 0; i < own.size(); i++) {
                                ControlResult result = own.get(i);
                                if (concluded.apply(result) != conclusions.get(i)) {
                                    supposed.add(suppose.apply(result, conclusions.get(i)));
                                }
                            }
                            return ask.apply(supposed);
                        },
                        scale,
                        Scale.CRITERION)
                .all();
    }

    private CriteriaRun ask(Map<String, ControlRun.Ran> runs, List<ControlResult> supposed) {
        if (supposed.isEmpty()) {
            return new CriteriaRun(plan, examined, instants, runs);
        }
        Map<String, ControlRun.Ran> changed = new HashMap<>(runs);
        supposed.forEach(result ->
                changed.computeIfPresent(result.id(), (id, ran) -> new ControlRun.Ran(result, ran.inForce())));
        return new CriteriaRun(plan, examined, instants, changed);
    }

    private Optional<Flip<CriterionConclusion>> link(
            CriterionId criterion, CriterionConclusion now, boolean typeII, CriteriaRun asked) {
        Support another = new Support("", true, OperatingConclusion.EFFECTIVE, DesignConclusion.SUITABLE, false);
        CriterionConclusion then = asked.linked(criterion, typeII, another).conclusion();
        return Scale.CRITERION.isBetter(then, now)
                ? Optional.of(
                        new Flip<>(then, true, List.of(Change.of(ChangeKind.CONTROL_LINK, "", "", 1, List.of(), ""))))
                : Optional.empty();
    }

    private static List<Flip<CriterionConclusion>> smallest(List<Flip<CriterionConclusion>> flips) {
        Comparator<Flip<CriterionConclusion>> size =
                Comparator.comparingInt(f -> f.changes().size());
        Comparator<Flip<CriterionConclusion>> bySize = size.thenComparingLong(
                f -> f.changes().stream().mapToLong(Change::count).sum());
        Map<CriterionConclusion, Flip<CriterionConclusion>> least = new LinkedHashMap<>();
        flips.forEach(flip ->
                least.merge(flip.towards(), flip, (one, other) -> bySize.compare(other, one) < 0 ? other : one));
        return List.copyOf(least.values());
    }
}

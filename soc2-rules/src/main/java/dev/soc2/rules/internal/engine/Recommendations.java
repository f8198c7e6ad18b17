package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.DesignRequirement;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.Recommendation;
import dev.soc2.model.result.RecommendedAction;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.rules.internal.timeline.TextOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What to do about every conclusion that is not good. First what most criteria depend on that are not supported or
 * undetermined; then what is about a key control; then what is about more items; ties by id.
 */
final class Recommendations {

    private static final Comparator<Recommendation> MOST_VALUABLE_FIRST = Comparator.comparingInt(
                    (Recommendation r) -> -r.unlocks())
            .thenComparing(r -> !r.key())
            .thenComparingLong(r -> -r.itemCount())
            .thenComparing(Recommendation::about, TextOrder.UTF8)
            .thenComparing(Recommendation::test, TextOrder.UTF8)
            .thenComparing(Recommendation::action)
            .thenComparing(Recommendation::what, TextOrder.UTF8);

    private final Plan plan;
    private final List<ControlResult> controls;
    private final List<CriterionResult> criteria;
    private final RelianceResult reliance;
    private final Set<CriterionId> open;
    private final List<Recommendation> all = new ArrayList<>();

    private Recommendations(
            Plan plan, List<ControlResult> controls, List<CriterionResult> criteria, RelianceResult reliance) {
        this.plan = plan;
        this.controls = controls;
        this.criteria = criteria;
        this.reliance = reliance;
        open = criteria.stream()
                .filter(c -> c.conclusion() == CriterionConclusion.NOT_MET
                        || c.conclusion() == CriterionConclusion.INSUFFICIENT_EVIDENCE)
                .map(CriterionResult::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static List<Recommendation> of(
            Plan plan, List<ControlResult> controls, List<CriterionResult> criteria, RelianceResult reliance) {
        return new Recommendations(plan, controls, criteria, reliance).list();
    }

    private List<Recommendation> list() {
        Map<String, PlannedControl> planned = new TreeMap<>();
        plan.controls.forEach(c -> planned.put(c.definition().control().id(), c));
        for (ControlResult control : controls) {
            PlannedControl own = planned.get(control.id());
            if (own != null && control.design() != DesignConclusion.NOT_APPLICABLE) {
                tests(control, own);
                control(control);
            }
        }
        criteria.forEach(this::criterion);
        reliance.organizations().forEach(this::organization);
        return all.stream().distinct().sorted(MOST_VALUABLE_FIRST).toList();
    }

    private void tests(ControlResult control, PlannedControl planned) {
        Map<String, PlannedRule> rules = new TreeMap<>();
        planned.tests().forEach(t -> rules.put(t.test().id(), t.rule()));
        control.tests().forEach(test -> {
            PlannedRule rule = rules.get(test.id());
            if (rule != null) {
                String why = test.id() + " is " + test.effectiveConclusion();
                TestAdvice.of(control, test, rule, plan.engagement.zone())
                        .forEach(advice -> add(control, test.id(), advice, why));
            }
        });
        control.implementation()
                .ifPresent(found -> found.inspections().forEach(inspection -> {
                    PlannedRule rule = rules.get(inspection.id());
                    if (rule != null) {
                        String why = inspection.id() + " shows " + inspection.implementedAsOf();
                        TestAdvice.of(control, inspection, rule, plan.engagement.zone())
                                .forEach(advice -> add(control, inspection.id(), advice, why));
                    }
                }));
    }

    private void add(ControlResult control, String test, TestAdvice.Advice advice, String why) {
        all.add(new Recommendation(
                advice.action(),
                control.id(),
                test,
                control.control().key(),
                advice.what(),
                why,
                RuleEvidence.types(advice.evidence().stream()),
                advice.items().stream().map(ItemResult::id).toList(),
                advice.items().size(),
                openOf(control)));
    }

    private void control(ControlResult control) {
        boolean untested = control.operating()
                .map(o -> o == OperatingConclusion.NOT_TESTED && control.tests().isEmpty())
                .orElseGet(() -> control.implementation()
                        .filter(found -> found.inspections().isEmpty())
                        .isPresent());
        if (untested) {
            add(
                    control,
                    RecommendedAction.TEST_CONTROL,
                    "give " + control.id() + " a test",
                    "the control has no test",
                    List.of());
        }
        for (DesignRequirement requirement : control.control().design()) {
            String record = requirement.evidenceType() + " of " + requirement.subject();
            control.reasons().stream()
                    .filter(r ->
                            r.code() == ReasonCode.DESIGN_NOT_SHOWN && r.text().contains(record))
                    .findFirst()
                    .ifPresent(r -> add(
                            control,
                            RecommendedAction.RECORD_DESIGN,
                            "record " + record + ", which the design of " + control.id() + " requires",
                            r.text(),
                            List.of(requirement.evidenceType())));
        }
        for (Reason reason : control.reasons()) {
            if (reason.code() == ReasonCode.RELIANCE_GAP) {
                add(
                        control,
                        RecommendedAction.MEND_DEPENDENCY,
                        "mend what " + control.id() + " rests on: " + reason.text(),
                        reason.text(),
                        List.of());
            }
        }
    }

    private void add(ControlResult control, RecommendedAction action, String what, String why, List<String> evidence) {
        all.add(new Recommendation(
                action, control.id(), "", control.control().key(), what, why, evidence, List.of(), 0, openOf(control)));
    }

    /** The criteria that this control keeps open: one that was effective keeps none. */
    private List<CriterionId> openOf(ControlResult control) {
        boolean effective =
                control.operating().map(OperatingConclusion::isEffective).orElse(false);
        return effective
                ? List.of()
                : control.control().criteria().stream().filter(open::contains).toList();
    }

    private void criterion(CriterionResult criterion) {
        for (Reason reason : criterion.reasons()) {
            String title = criterion.id() + " (" + criterion.criterion().title() + ")";
            if (reason.code() == ReasonCode.DESIGN_GAP && isUnaddressed(criterion)) {
                add(criterion, RecommendedAction.CLOSE_DESIGN_GAP, "link a control to " + title, reason);
            } else if (reason.code() == ReasonCode.UNCOVERED_TIME) {
                add(
                        criterion,
                        RecommendedAction.COVER_GAP,
                        "have a key control of " + title + " in force all the time: " + reason.text(),
                        reason);
            } else if (reason.code() == ReasonCode.PART_UNSUPPORTED) {
                add(
                        criterion,
                        RecommendedAction.COVER_GAP,
                        "have a suitable control for each part of " + title + ": " + reason.text(),
                        reason);
            }
        }
    }

    private boolean isUnaddressed(CriterionResult criterion) {
        return controls.stream()
                .filter(c -> criterion.controls().contains(c.id()))
                .allMatch(c -> c.design() == DesignConclusion.NOT_APPLICABLE);
    }

    private void add(CriterionResult criterion, RecommendedAction action, String what, Reason why) {
        all.add(new Recommendation(
                action,
                criterion.id().value(),
                "",
                true,
                what,
                why.text(),
                List.of(),
                List.of(),
                0,
                open.contains(criterion.id()) ? List.of(criterion.id()) : List.of()));
    }

    private void organization(SubserviceReliance organization) {
        for (Reason reason : organization.reasons()) {
            switch (reason.code()) {
                case REPORT_GAP ->
                    add(
                            organization,
                            RecommendedAction.OBTAIN_REPORT,
                            "obtain a report of " + organization.name() + " for the " + organization.gapDays()
                                    + (organization.gapDays() == 1 ? " day" : " days")
                                    + " that none covers; a letter of its management is no evidence",
                            reason);
                case NOT_MONITORED ->
                    add(
                            organization,
                            RecommendedAction.MONITOR_ORGANIZATION,
                            "have a control watch over " + organization.name(),
                            reason);
                case REPORT_NOT_EVALUATED ->
                    add(
                            organization,
                            RecommendedAction.EVALUATE_REPORT,
                            "record what it means here that " + reason.text(),
                            reason);
                default -> {
                    // Other reasons are for reading; nothing is asked for.
                }
            }
        }
    }

    private void add(SubserviceReliance organization, RecommendedAction action, String what, Reason why) {
        List<CriterionId> relying = reliance.criteria().stream()
                .filter(c -> c.csocs().stream().anyMatch(a -> a.organization().equals(organization.name())))
                .map(c -> c.criterion())
                .filter(open::contains)
                .toList();
        all.add(new Recommendation(
                action, organization.name(), "", true, what, why.text(), List.of(), List.of(), 0, relying));
    }
}

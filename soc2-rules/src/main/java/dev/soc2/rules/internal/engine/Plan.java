package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.DesignRequirement;
import dev.soc2.model.criteria.CriteriaCatalog;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Needs;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.Sampling;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import dev.soc2.rules.rule.Vocabulary;
import dev.soc2.rules.spi.RuleProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an assessment will do, made before the first record is read: the controls in scope, each rule compiled once, and
 * the union of what they need. Immutable after construction.
 */
public final class Plan {

    final Engagement engagement;
    final CriteriaCatalog catalog;
    final List<RulePack> packs;
    final List<PlannedControl> controls;
    final List<Criterion> criteriaInScope;
    final Set<CriterionId> concluded;
    final Instant asOf;
    final Optional<Instant> knownAt;
    final Conditions conditions;
    private final CustomRules custom;
    private final Needs needs;

    /**
     * Makes a plan.
     *
     * @param custom providers of rules in Java, beside those registered as services
     * @param only ids of controls under test, in a scenario; empty: every control in scope
     */
    public Plan(
            Engagement engagement,
            CriteriaCatalog catalog,
            List<RulePack> packs,
            List<RuleProvider> custom,
            Optional<Set<String>> only,
            Instant asOf) {
        List<Issue> misfits = CatalogFit.misfits(catalog, packs, engagement);
        if (!misfits.isEmpty()) {
            throw new Soc2Exception(misfits);
        }
        this.engagement = engagement;
        this.catalog = catalog;
        this.packs = List.copyOf(packs);
        this.asOf = asOf;
        this.knownAt = engagement.knownAt();
        criteriaInScope = catalog.inScopeOf(engagement.categories());
        Set<CriterionId> asked = new TreeSet<>();
        criteriaInScope.stream()
                .map(Criterion::id)
                .filter(c ->
                        !engagement.isPartial() || engagement.onlyCriteria().contains(c))
                .forEach(asked::add);
        Vocabulary vocabulary =
                packs.stream().map(RulePack::vocabulary).reduce(new Vocabulary(Map.of()), Vocabulary::with);
        needs = new Needs(vocabulary);
        conditions = new Conditions(vocabulary, needs);
        this.custom = new CustomRules(custom);
        controls = plan(asked, only);
        conditions.throwIfFaulty();
        Set<CriterionId> linked = new TreeSet<>();
        controls.forEach(c -> linked.addAll(c.definition().control().criteria()));
        linked.retainAll(asked);
        concluded = only.isPresent() ? linked : asked;
    }

    private List<PlannedControl> plan(Set<CriterionId> asked, Optional<Set<String>> only) {
        Map<String, TestedControl> byId = new TreeMap<>();
        List<Issue> issues = new ArrayList<>();
        for (RulePack pack : packs) {
            for (TestedControl control : pack.controls()) {
                String id = control.control().id();
                if (byId.putIfAbsent(id, control) != null) {
                    issues.add(Issue.error(
                            "SOC2-A003",
                            Location.of("packs"),
                            "control '" + id + "' comes from more than one pack",
                            "give one of them another id, or leave one of the packs out"));
                }
            }
        }
        only.ifPresent(ids -> ids.stream()
                .filter(id -> !byId.containsKey(id))
                .forEach(id -> issues.add(Issue.error(
                        "SOC2-A004",
                        Location.of("only"),
                        "no pack has a control '" + id + "'",
                        "name one of " + byId.keySet().stream().limit(12).toList()))));
        engagement.exclusions().stream()
                .filter(e -> !byId.containsKey(e.control()))
                .forEach(e -> issues.add(Issue.error(
                        "SOC2-A005",
                        Location.of("exclude"),
                        "no pack has a control '" + e.control() + "' to leave out",
                        "name a control of the packs, or take the entry away")));
        if (!issues.isEmpty()) {
            throw new Soc2Exception(issues);
        }
        return byId.values().stream()
                .filter(c -> only.map(ids -> ids.contains(c.control().id()))
                        .orElseGet(() -> touches(c.control().criteria(), asked)))
                .map(this::plan)
                .sorted(Comparator.comparing(c -> c.definition().control().id()))
                .toList();
    }

    private static boolean touches(Collection<CriterionId> criteria, Set<CriterionId> asked) {
        return criteria.stream().anyMatch(asked::contains);
    }

    private PlannedControl plan(TestedControl definition) {
        for (DesignRequirement requirement : definition.control().design()) {
            needs.attribute(requirement.evidenceType(), "effectiveFrom");
            int dot = requirement.evidenceType().lastIndexOf('.');
            if (dot > 0) {
                needs.type(requirement.evidenceType().substring(0, dot) + ".retired");
            }
        }
        for (TestOfControl test : definition.tests()) {
            test.sampling()
                    .flatMap(Sampling::strata)
                    .ifPresent(strata -> test.rule()
                            .population()
                            .forEach(selector -> conditions.plan(selector.types(), strata.field())));
        }
        String id = definition.control().id();
        return new PlannedControl(
                definition,
                definition.tests().stream()
                        .map(test -> new PlannedControl.PlannedTest(
                                test, PlannedRule.plan(test.rule(), id + "/" + test.id(), conditions, custom)))
                        .toList());
    }

    /** What the source is asked for. */
    public EvidenceQuery query() {
        Map<String, Set<String>> attributes = new TreeMap<>(needs.attributesByType());
        EvidenceTypes.RESERVED.forEach(type -> attributes.putIfAbsent(type, Set.of()));
        return new EvidenceQuery(attributes, knownAt);
    }

    /** An empty state, to be filled by one thread; states of parts merge. */
    public EvidenceState newState() {
        return new EvidenceState(
                needs,
                engagement.identities(),
                Nanos.of(asOf),
                knownAt.map(Nanos::of).orElse(Nanos.FOREVER));
    }

    /** Ids of all controls of the packs, those out of scope included. */
    Set<String> known() {
        Set<String> ids = new TreeSet<>();
        packs.forEach(pack ->
                pack.controls().forEach(control -> ids.add(control.control().id())));
        return ids;
    }

    /** Controls that will be tested. */
    public int size() {
        return controls.size();
    }
}

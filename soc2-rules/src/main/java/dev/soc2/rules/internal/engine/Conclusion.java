package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.ControlRelationKind;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionAlgebra;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.ImportSummary;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.Support;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** From a frozen timeline to the assessment: controls, criteria, the suggested opinion, and what they rest on. */
public final class Conclusion {

    /** Hears of each control that was concluded on. */
    @FunctionalInterface
    public interface Steps {

        /** A control was concluded on, as the so many-th of so many. */
        void controlAssessed(ControlResult result, int done, int of);
    }

    private final Plan plan;
    private final Engagement engagement;
    private final Timeline timeline;
    private final Scene scene;
    private final List<ImportReceipt> receipts;
    private final boolean interim;
    private final Window examined;
    private final Window period;
    private final Map<String, ControlRun.Ran> runs = new TreeMap<>();

    private Conclusion(Plan plan, Timeline timeline, List<ImportReceipt> receipts) {
        this.plan = plan;
        this.engagement = plan.engagement;
        this.receipts = receipts;
        this.timeline = timeline;
        long asOf = Nanos.of(plan.asOf);
        scene = new Scene(engagement, timeline, new Instants(asOf, engagement.zone()), plan.conditions);
        period = engagement
                .period()
                .map(p -> new Window(Nanos.of(p.start()), Nanos.of(p.end())))
                .orElseGet(() -> instantOf(engagement));
        interim = asOf < period.to();
        examined = interim && engagement.period().isPresent()
                ? new Window(period.from(), Math.max(period.from(), asOf))
                : period;
    }

    /** A Type I is judged at one instant. */
    private static Window instantOf(Engagement engagement) {
        long instant = engagement
                .type()
                .match(
                        one -> Nanos.of(one.instant()),
                        two -> Nanos.of(two.period().end()));
        return new Window(instant - 1, instant);
    }

    /** Concludes on everything that was collected. */
    public static Assessment of(
            Plan plan, Timeline timeline, List<ImportReceipt> receipts, Steps steps, boolean keepConforming) {
        return new Conclusion(plan, timeline, receipts).conclude(steps, keepConforming);
    }

    private Assessment conclude(Steps steps, boolean keepConforming) {
        boolean typeII = engagement.period().isPresent();
        TestRun tests = new TestRun(scene, receipts, keepConforming);
        ControlRun control = new ControlRun(scene, examined, period, typeII, tests);
        int done = 0;
        for (PlannedControl planned : plan.controls) {
            ControlRun.Ran ran = control.run(planned);
            runs.put(ran.result().id(), ran);
            steps.controlAssessed(ran.result(), ++done, plan.size());
        }
        List<ControlResult> controls =
                runs.values().stream().map(ControlRun.Ran::result).toList();
        Map<CriterionId, Concluded<CriterionConclusion>> operation = new TreeMap<>();
        Map<CriterionId, Concluded<CriterionConclusion>> design = new TreeMap<>();
        List<CriterionResult> criteria = new ArrayList<>();
        for (Criterion criterion : plan.criteriaInScope) {
            if (plan.concluded.contains(criterion.id())) {
                criteria.add(conclude(criterion, typeII, operation, design));
            }
        }
        AssessmentStatus status = interim ? AssessmentStatus.INTERIM : AssessmentStatus.FINAL;
        Opinion opinion = new Opinion(plan, interim, operation, design);
        return new Assessment(
                engagement,
                status,
                inputs(),
                controls,
                criteria,
                opinion.suggest(),
                new Notices(plan, interim, controls, receipts).all(),
                cited(controls));
    }

    private CriterionResult conclude(
            Criterion criterion,
            boolean typeII,
            Map<CriterionId, Concluded<CriterionConclusion>> operation,
            Map<CriterionId, Concluded<CriterionConclusion>> design) {
        List<ControlRun.Ran> own = runs.values().stream()
                .filter(r -> r.result().control().criteria().contains(criterion.id()))
                .toList();
        List<String> ids = own.stream().map(r -> r.result().id()).toList();
        Optional<NotRelevantCriterion> notRelevant = engagement.notRelevant().stream()
                .filter(n -> n.criterion().equals(criterion.id()))
                .findFirst();
        Concluded<CriterionConclusion> operating;
        Concluded<CriterionConclusion> designed;
        if (notRelevant.isPresent()) {
            operating = Concluded.because(
                    CriterionConclusion.NOT_RELEVANT,
                    ReasonCode.NOT_RELEVANT,
                    notRelevant.get().reason());
            designed = operating;
        } else {
            List<Support> supports = own.stream().map(this::support).toList();
            boolean uncovered = isUncovered(own);
            operating = CriterionAlgebra.operation(supports, uncovered);
            designed = CriterionAlgebra.design(supports, uncovered);
        }
        operation.put(criterion.id(), operating);
        design.put(criterion.id(), designed);
        Concluded<CriterionConclusion> shown = typeII ? operating : designed;
        return new CriterionResult(criterion, shown.conclusion(), shown.reasons(), ids);
    }

    private Support support(ControlRun.Ran ran) {
        ControlResult result = ran.result();
        OperatingConclusion operating = result.operating().orElse(OperatingConclusion.NOT_TESTED);
        return new Support(result.id(), result.control().key(), operating, result.design(), isCompensated(result));
    }

    /** Whether another control that was effective over the same window says that it compensates this one. */
    private boolean isCompensated(ControlResult failed) {
        return runs.values().stream()
                .map(ControlRun.Ran::result)
                .filter(r ->
                        r.control().related(ControlRelationKind.COMPENSATES).contains(failed.id()))
                .filter(r -> r.operating().orElse(OperatingConclusion.NOT_TESTED) == OperatingConclusion.EFFECTIVE)
                .anyMatch(r -> !r.from().isAfter(failed.from()) && !r.to().isBefore(failed.to()));
    }

    /** Whether for a part of the examined time no key control of a criterion was in place. */
    private boolean isUncovered(List<ControlRun.Ran> own) {
        List<ControlRun.Ran> applicable = own.stream()
                .filter(r -> r.result().operating().orElse(OperatingConclusion.NOT_TESTED)
                        != OperatingConclusion.NOT_APPLICABLE)
                .toList();
        boolean anyKey = applicable.stream().anyMatch(r -> r.result().control().key());
        List<Window> inForce = applicable.stream()
                .filter(r -> !anyKey || r.result().control().key())
                .flatMap(r -> r.inForce().stream())
                .toList();
        return !applicable.isEmpty() && !examined.isCoveredBy(inForce);
    }

    private AssessmentInputs inputs() {
        List<PackDigest> packs = plan.packs.stream()
                .map(p -> new PackDigest(p.id(), p.version(), p.sha256()))
                .toList();
        List<ImportSummary> imports = receipts.stream()
                .map(r -> new ImportSummary(
                        r.importer(),
                        r.origin(),
                        r.read(),
                        r.stored(),
                        r.duplicates(),
                        r.rejectedCount(),
                        r.outOfScope()))
                .toList();
        return new AssessmentInputs(
                timeline.records(),
                timeline.digestSum(),
                imports,
                packs,
                new PackDigest(plan.catalog.id(), plan.catalog.title(), plan.catalog.sha256()),
                EngineVersion.CURRENT,
                ZoneRulesProvider.getVersions("UTC").lastKey(),
                plan.asOf,
                plan.knownAt);
    }

    private List<EvidenceRef> cited(List<ControlResult> controls) {
        Set<String> ids = new TreeSet<>();
        for (ControlResult control : controls) {
            control.tests().forEach(test -> {
                test.items().forEach(item -> ids.addAll(item.evidence()));
                ids.addAll(test.population().evidence());
                test.sample().ifPresent(sample -> {
                    sample.outside().forEach(item -> ids.addAll(item.evidence()));
                    sample.replaced().forEach(replaced -> ids.add(replaced.evidence()));
                });
                test.judged().ifPresent(j -> ids.add(j.evidence()));
            });
            control.deviationAnalysis().forEach(n -> ids.add(n.evidence()));
            control.managementResponse().forEach(n -> ids.add(n.evidence()));
        }
        return ids.stream().map(id -> new EvidenceRef(id, timeline.digest(id))).toList();
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.CommitmentResult;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionAlgebra;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImportSummary;
import dev.soc2.model.result.Notice;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.model.result.Support;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

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
        examined = !interim
                ? period
                : engagement.period().isPresent()
                        ? new Window(period.from(), Math.max(period.from(), asOf))
                        : new Window(asOf - 1, asOf);
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
        ControlRun control =
                new ControlRun(scene, examined, period, typeII, tests, new Inspection(scene, keepConforming));
        int done = 0;
        for (PlannedControl planned : plan.controls) {
            ControlRun.Ran ran = control.run(planned);
            runs.put(ran.result().id(), ran);
            steps.controlAssessed(ran.result(), ++done, plan.size());
        }
        runs.putAll(new Dependencies(runs, plan.known()).weigh());
        Reliance reliance = new Reliance(
                plan,
                examined,
                scene.instants,
                id -> Optional.ofNullable(runs.get(id)).map(this::support));
        Map<CriterionId, Concluded<CriterionConclusion>> operation = new TreeMap<>();
        Map<CriterionId, Concluded<CriterionConclusion>> design = new TreeMap<>();
        List<CriterionResult> criteria = new ArrayList<>();
        for (Criterion criterion : plan.criteriaInScope) {
            if (plan.concluded.contains(criterion.id())) {
                criteria.add(conclude(criterion, reliance, typeII, operation, design));
            }
        }
        List<ControlResult> controls = weighed(criteria);
        AssessmentStatus status = interim ? AssessmentStatus.INTERIM : AssessmentStatus.FINAL;
        SuggestedOpinion opinion = new Opinion(plan, interim, operation, design).suggest();
        Commitments commitments = new Commitments(criteria, controls, typeII);
        List<CommitmentResult> promised =
                engagement.commitments().stream().map(commitments::conclude).toList();
        RelianceResult relied = reliance.result(
                criteria.stream()
                        .filter(c -> c.conclusion() != CriterionConclusion.NOT_RELEVANT)
                        .map(CriterionResult::id)
                        .toList(),
                id -> own(id).stream().map(this::support).toList());
        List<Notice> notices = new ArrayList<>(new Notices(plan, interim, controls, receipts).all());
        notices.addAll(new Consistency(engagement, controls).notices(opinion, relied, promised));
        notices.addAll(SubsequentEvents.notices(timeline, period.to()));
        return new Assessment(
                engagement, status, inputs(), controls, criteria, promised, relied, opinion, notices, cited(controls));
    }

    private CriterionResult conclude(
            Criterion criterion,
            Reliance reliance,
            boolean typeII,
            Map<CriterionId, Concluded<CriterionConclusion>> operation,
            Map<CriterionId, Concluded<CriterionConclusion>> design) {
        List<ControlRun.Ran> own = own(criterion.id());
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
            List<Support> supports =
                    own.stream().map(r -> support(r, criterion.id())).toList();
            List<Window> uncovered = uncovered(own);
            boolean isUncovered = !uncovered.isEmpty();
            operating = reliance.conclude(
                    criterion.id(),
                    supports,
                    dated(CriterionAlgebra.operation(supports, isUncovered), uncovered, "no key control"),
                    watching -> watched(watching, CriterionAlgebra::operation));
            designed = reliance.conclude(
                    criterion.id(),
                    supports,
                    dated(CriterionAlgebra.design(supports, isUncovered), uncovered, "no key control"),
                    watching -> watched(watching, CriterionAlgebra::design));
        }
        operation.put(criterion.id(), operating);
        design.put(criterion.id(), designed);
        Concluded<CriterionConclusion> shown = typeII ? operating : designed;
        return new CriterionResult(criterion, shown.conclusion(), shown.reasons(), ids);
    }

    private List<ControlRun.Ran> own(CriterionId criterion) {
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
        boolean compensated = new Compensation(runs.values()).isCompensated(result);
        Optional<OperatingConclusion> unknown = compensated ? Compensation.unknownBeside(result) : Optional.empty();
        return new Support(
                result.id(),
                result.control().key(),
                unknown.or(result::operating).orElse(OperatingConclusion.NOT_TESTED),
                result.design(),
                compensated && unknown.isEmpty(),
                Set.copyOf(parts));
    }

    /** The results, with what their weaknesses weigh by what became of the criteria. */
    private List<ControlResult> weighed(List<CriterionResult> criteria) {
        Map<CriterionId, CriterionConclusion> concluded = new TreeMap<>();
        criteria.forEach(c -> concluded.put(c.id(), c.conclusion()));
        Compensation compensation = new Compensation(runs.values());
        return runs.values().stream()
                .map(ControlRun.Ran::result)
                .map(r -> r.withAftermath(Weight.of(r, compensation.isCompensated(r), concluded), r.remediation()))
                .toList();
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
                ReasonCode.UNCOVERED_TIME, who + " was in force " + Days.words(uncovered, engagement.zone())));
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
        List<String> ids = new ArrayList<>();
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
            control.implementation()
                    .ifPresent(found ->
                            found.inspections().forEach(i -> i.items().forEach(item -> ids.addAll(item.evidence()))));
            control.deviationAnalysis().forEach(n -> ids.add(n.evidence()));
            control.managementResponse().forEach(n -> ids.add(n.evidence()));
            control.remediation().forEach(r -> ids.addAll(r.evidence()));
        }
        return ids.stream()
                .sorted()
                .distinct()
                .map(id -> new EvidenceRef(id, timeline.digest(id)))
                .toList();
    }
}

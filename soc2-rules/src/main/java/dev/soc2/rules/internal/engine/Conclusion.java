package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.CommitmentResult;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.ImportSummary;
import dev.soc2.model.result.Notice;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        Changed changed = new Changed(plan, examined, scene.instants, runs);
        runs.putAll(new Dependencies(runs, plan.known()).weigh());
        CriteriaRun asked = new CriteriaRun(plan, examined, scene.instants, runs);
        Map<CriterionId, Concluded<CriterionConclusion>> operation = new TreeMap<>();
        Map<CriterionId, Concluded<CriterionConclusion>> design = new TreeMap<>();
        runs.replaceAll((id, ran) -> changed.withFlips(ran));
        List<CriterionResult> criteria = new ArrayList<>();
        for (Criterion criterion : plan.criteriaInScope) {
            if (plan.concluded.contains(criterion.id())) {
                Concluded<CriterionConclusion> operating = asked.operation(criterion.id());
                Concluded<CriterionConclusion> designed = asked.design(criterion.id());
                operation.put(criterion.id(), operating);
                design.put(criterion.id(), designed);
                Concluded<CriterionConclusion> shown = typeII ? operating : designed;
                criteria.add(new CriterionResult(
                        criterion,
                        shown.conclusion(),
                        shown.reasons(),
                        asked.own(criterion.id()).stream()
                                .map(r -> r.result().id())
                                .toList(),
                        changed.flips(criterion.id(), shown.conclusion(), runs)));
            }
        }
        List<ControlResult> controls = weighed(criteria);
        AssessmentStatus status = interim ? AssessmentStatus.INTERIM : AssessmentStatus.FINAL;
        SuggestedOpinion opinion = new Opinion(plan, interim, operation, design).suggest();
        Commitments commitments = new Commitments(criteria, controls, typeII);
        List<CommitmentResult> promised =
                engagement.commitments().stream().map(commitments::conclude).toList();
        RelianceResult relied = asked.reliance(criteria.stream()
                .filter(c -> c.conclusion() != CriterionConclusion.NOT_RELEVANT)
                .map(CriterionResult::id)
                .toList());
        List<Notice> notices = new ArrayList<>(new Notices(plan, interim, controls, receipts).all());
        notices.addAll(new Consistency(engagement, controls).notices(opinion, relied, promised));
        notices.addAll(SubsequentEvents.notices(timeline, period.to()));
        return new Assessment(
                engagement,
                status,
                inputs(),
                controls,
                criteria,
                promised,
                relied,
                opinion,
                notices,
                cited(controls),
                Recommendations.of(plan, controls, criteria, relied));
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
                timeline.checkpoint(),
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

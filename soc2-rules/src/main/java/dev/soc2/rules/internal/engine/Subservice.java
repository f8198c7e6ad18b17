package dev.soc2.rules.internal.engine;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.ReportedDeviation;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SubserviceReport;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.CriterionAlgebra;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.model.result.Support;
import dev.soc2.rules.rule.TestedControl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One organisation that we rely on: who of us watches over it, and which days of ours its own report covers. */
final class Subservice {

    private static final CriterionId VENDORS = CriterionId.of("CC9.2");

    final SubserviceOrganization declared;
    private final List<String> monitors;
    private final List<Support> watching;
    private final boolean lookedAt;
    private final long coveredDays;
    private final long gapDays;
    private final long bridgedDays;

    Subservice(
            SubserviceOrganization declared, Plan plan, LocalDays ours, Function<String, Optional<Support>> supports) {
        this.declared = declared;
        monitors = monitors(declared, plan);
        watching = monitors.stream()
                .flatMap(id -> supports.apply(id).stream())
                .filter(Support::applies)
                .toList();
        lookedAt = monitors.stream().allMatch(id -> supports.apply(id).isPresent());
        boolean carvedOut = declared.method() == SubserviceMethod.CARVE_OUT;
        LocalDays report = declared.report()
                // A Type I speaks about one date: it shows nothing of the days of a period.
                .filter(r -> r.typeII() || plan.engagement.period().isEmpty())
                .map(r -> LocalDays.of(r.covers()))
                .orElse(LocalDays.NONE);
        LocalDays letter = declared.bridgeLetter()
                .map(l -> LocalDays.of(l.covers()))
                .orElse(LocalDays.NONE)
                .intersect(ours);
        coveredDays = carvedOut ? ours.intersect(report).count() : 0;
        gapDays = carvedOut ? ours.count() - coveredDays : 0;
        bridgedDays = carvedOut ? letter.count() - letter.intersect(report).count() : 0;
    }

    /** The controls that watch over it and that exist: those it names, else all that address CC9.2. */
    private static List<String> monitors(SubserviceOrganization declared, Plan plan) {
        TreeMap<String, TestedControl> existing = new TreeMap<>();
        plan.packs.forEach(
                p -> p.controls().forEach(c -> existing.put(c.control().id(), c)));
        return declared.monitoredBy().isEmpty()
                ? existing.values().stream()
                        .map(TestedControl::control)
                        .filter(c -> c.criteria().contains(VENDORS))
                        .map(c -> c.id())
                        .toList()
                : declared.monitoredBy().stream().filter(existing::containsKey).toList();
    }

    /** What a criterion may conclude from what it assumes of this organisation; at best met with reliance. */
    Concluded<CriterionConclusion> allows(
            CriterionId criterion,
            List<Csoc> assumed,
            Function<Collection<Support>, Concluded<CriterionConclusion>> roll) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                ReasonCode.RELIES_ON_OTHERS,
                "relies on " + declared.name() + ": "
                        + assumed.stream().map(Csoc::text).collect(Collectors.joining("; ")) + " (" + days() + ")"));
        CriterionConclusion watched = watched(roll, reasons);
        CriterionConclusion reported = reported(criterion, reasons);
        return new Concluded<>(CriterionAlgebra.worse(watched, reported), reasons);
    }

    private CriterionConclusion watched(
            Function<Collection<Support>, Concluded<CriterionConclusion>> roll, List<Reason> reasons) {
        if (!lookedAt) {
            reasons.add(new Reason(
                    ReasonCode.PARTIAL_SCOPE, "what watches over " + declared.name() + " was not looked at"));
            return CriterionConclusion.INSUFFICIENT_EVIDENCE;
        }
        if (watching.isEmpty()) {
            reasons.add(notMonitored());
            return CriterionConclusion.NOT_MET;
        }
        Concluded<CriterionConclusion> monitoring = roll.apply(watching);
        reasons.addAll(monitoring.reasons());
        return monitoring.conclusion();
    }

    private Reason notMonitored() {
        return new Reason(ReasonCode.NOT_MONITORED, "no control of ours watches over " + declared.name());
    }

    /** A qualified report or a deviation in it counts here, all the more when nobody said what it means. */
    private CriterionConclusion reported(CriterionId criterion, List<Reason> reasons) {
        List<Reason> found = declared.report().stream()
                .flatMap(r -> findings(r, Optional.of(criterion)).stream())
                .toList();
        reasons.addAll(found);
        if (found.stream().anyMatch(r -> r.code() == ReasonCode.REPORT_NOT_EVALUATED)) {
            return CriterionConclusion.INSUFFICIENT_EVIDENCE;
        }
        return found.isEmpty() ? CriterionConclusion.MET_WITH_RELIANCE : CriterionConclusion.MET_WITH_EXCEPTIONS;
    }

    private List<Reason> findings(SubserviceReport report, Optional<CriterionId> criterion) {
        List<Reason> reasons = new ArrayList<>();
        if (report.isModified()) {
            String opinion = report.opinion().map(Enum::name).orElse("");
            reasons.add(finding("the report of " + declared.name() + " is " + opinion, report.evaluation()));
        }
        for (ReportedDeviation deviation : report.deviations()) {
            if (criterion.isEmpty()
                    || deviation.criteria().isEmpty()
                    || deviation.criteria().contains(criterion.get())) {
                reasons.add(finding(
                        "the report of " + declared.name() + " found: " + deviation.text(), deviation.evaluation()));
            }
        }
        return reasons;
    }

    private static Reason finding(String what, String evaluation) {
        return evaluation.isBlank()
                ? new Reason(ReasonCode.REPORT_NOT_EVALUATED, what)
                : new Reason(ReasonCode.REPORT_MODIFIED, what + " (" + evaluation + ")");
    }

    private String days() {
        if (declared.report().isEmpty()) {
            return "no report of its own, " + count(gapDays) + " of gap";
        }
        return "its report covers " + count(coveredDays) + ", " + count(gapDays) + " of gap";
    }

    private static String count(long days) {
        return days + (days == 1 ? " day" : " days");
    }

    SubserviceReliance result() {
        List<Reason> reasons = new ArrayList<>();
        if (declared.method() == SubserviceMethod.CARVE_OUT) {
            if (gapDays > 0) {
                reasons.add(new Reason(
                        ReasonCode.REPORT_GAP,
                        declared.name() + ": " + days()
                                + (bridgedDays > 0
                                        ? ", of which a letter of its management speaks about " + count(bridgedDays)
                                                + " and gives no assurance"
                                        : "")));
            }
            if (watching.isEmpty() && lookedAt) {
                reasons.add(notMonitored());
            }
            declared.report().ifPresent(r -> reasons.addAll(findings(r, Optional.empty())));
        }
        return new SubserviceReliance(
                declared.name(),
                declared.method(),
                coveredDays,
                gapDays,
                bridgedDays,
                watching.stream().map(Support::control).toList(),
                reasons);
    }
}

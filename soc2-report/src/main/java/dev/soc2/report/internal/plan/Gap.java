package dev.soc2.report.internal.plan;

import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.TestWords;
import dev.soc2.report.internal.words.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is missing before the tests can show what they are to show.
 *
 * @param kind what is missing
 * @param about id of the criterion, control, test, description criterion or organization
 * @param detail the facts, as the engine or the engagement gives them; may be empty
 * @param owner who has to close it; empty when nobody is named
 */
record Gap(Kind kind, String about, String detail, String owner) {

    /** Kinds of gaps, in the order in which they are closed. */
    enum Kind {
        /** No control addresses the criterion. */
        CRITERION_WITHOUT_CONTROL,
        /** A control, and nothing tests it. */
        CONTROL_WITHOUT_TEST,
        /** A control whose design is not suitable, or not shown to be. */
        DESIGN_NOT_SHOWN,
        /** A population that nothing proves complete and accurate. */
        POPULATION_NOT_PROVEN,
        /** A part of the system description that is not written. */
        DESCRIPTION_NOT_WRITTEN,
        /** A supplier whose controls are needed, and whose report does not cover the period. */
        ORGANIZATION_NOT_COVERED,
        /** Criteria about which nothing can be said yet. */
        CRITERION_UNDETERMINED,
        /** Criteria against which something speaks. */
        CRITERION_NOT_SUPPORTED
    }

    private static final Set<IpeStatus> UNPROVEN =
            EnumSet.of(IpeStatus.UNVERIFIED, IpeStatus.PARTIAL, IpeStatus.FAILED);

    /** The gaps of an assessment, by kind and then in printed order. */
    static List<Gap> of(Findings findings, PlanWords words) {
        List<Gap> gaps = new ArrayList<>();
        List<CriterionFinding> criteria = findings.criteria().stream()
                .filter(criterion -> criterion.verdict() != Verdict.NOT_APPLICABLE)
                .toList();
        List<ControlFinding> controls = findings.controls().stream()
                .filter(control -> PlannedTest.isPlanned(control.result()))
                .toList();
        criteria.stream()
                .filter(criterion -> criterion.result().controls().isEmpty())
                .map(criterion -> ofCriterion(findings, Kind.CRITERION_WITHOUT_CONTROL, criterion))
                .forEach(gaps::add);
        controls.stream()
                .filter(control -> isUntested(control, findings.isTypeI()))
                .map(control -> ofControl(Kind.CONTROL_WITHOUT_TEST, control))
                .forEach(gaps::add);
        controls.stream()
                .filter(control -> !isDesigned(control.result().design()))
                .map(control -> ofControl(Kind.DESIGN_NOT_SHOWN, control))
                .forEach(gaps::add);
        controls.forEach(control -> control.result().tests().stream()
                .filter(test -> UNPROVEN.contains(test.population().ipe()))
                .map(test -> new Gap(
                        Kind.POPULATION_NOT_PROVEN,
                        control.id() + "/" + test.id(),
                        words.of(test.population().ipe())
                                + facts(findings, test.population().reasons(), ": "),
                        control.result().control().owner()))
                .forEach(gaps::add));
        for (DescriptionCriterion open :
                new WrittenDescription(findings.assessment().engagement()).open()) {
            gaps.add(new Gap(
                    Kind.DESCRIPTION_NOT_WRITTEN,
                    words.id(open),
                    findings.words().of(open),
                    ""));
        }
        findings.assessment().reliance().organizations().stream()
                .filter(organization ->
                        organization.gapDays() > 0 || !organization.reasons().isEmpty())
                .map(organization -> new Gap(
                        Kind.ORGANIZATION_NOT_COVERED,
                        organization.name(),
                        words.covered(organization) + facts(findings, beside(organization.reasons()), "; "),
                        ""))
                .forEach(gaps::add);
        gaps.addAll(
                ofVerdict(findings, criteria, Kind.CRITERION_UNDETERMINED, Verdict.UNDETERMINED, Verdict.NOT_ASSESSED));
        gaps.addAll(ofVerdict(findings, criteria, Kind.CRITERION_NOT_SUPPORTED, Verdict.NOT_SUPPORTED));
        return List.copyOf(gaps);
    }

    /** A criterion without a control stands there already, whatever is concluded on it. */
    private static List<Gap> ofVerdict(
            Findings findings, List<CriterionFinding> criteria, Kind kind, Verdict... verdicts) {
        Function<CriterionFinding, Gap> gap = criterion -> ofCriterion(findings, kind, criterion);
        return criteria.stream()
                .filter(criterion -> List.of(verdicts).contains(criterion.verdict()))
                .filter(criterion -> !criterion.result().controls().isEmpty())
                .map(gap)
                .toList();
    }

    private static Gap ofCriterion(Findings findings, Kind kind, CriterionFinding criterion) {
        return new Gap(kind, criterion.id(), facts(findings, criterion.result().reasons(), ""), "");
    }

    private static Gap ofControl(Kind kind, ControlFinding control) {
        return new Gap(
                kind, control.id(), control.title(), control.result().control().owner());
    }

    private static boolean isUntested(ControlFinding control, boolean typeI) {
        return typeI
                ? control.result()
                        .implementation()
                        .filter(found -> !found.inspections().isEmpty())
                        .isEmpty()
                : control.result().tests().stream().noneMatch(TestWords::isCarriedOut);
    }

    private static boolean isDesigned(DesignConclusion design) {
        return switch (design) {
            case SUITABLE, NOT_APPLICABLE -> true;
            case SUITABLE_PART_OF_PERIOD, UNSUITABLE, INSUFFICIENT_EVIDENCE -> false;
        };
    }

    /** The days of a gap are said already. */
    private static List<Reason> beside(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.code() != ReasonCode.REPORT_GAP)
                .toList();
    }

    private static String facts(Findings findings, List<Reason> reasons, String before) {
        return reasons.isEmpty()
                ? ""
                : before + reasons.stream().map(findings.testWords()::facts).collect(Collectors.joining("; "));
    }
}

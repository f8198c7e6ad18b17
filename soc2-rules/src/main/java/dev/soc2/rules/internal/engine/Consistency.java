package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.engagement.BridgeLetter;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CommitmentResult;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionReliance;
import dev.soc2.model.result.Notice;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SubserviceReliance;
import dev.soc2.model.result.SuggestedOpinion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where parts of an engagement contradict each other, or need somebody's attention, beyond single controls. */
final class Consistency {

    private static final int LONGEST_LETTER_MONTHS = 3;

    private final Engagement engagement;
    private final List<ControlResult> controls;
    private final List<Notice> notices = new ArrayList<>();

    Consistency(Engagement engagement, List<ControlResult> controls) {
        this.engagement = engagement;
        this.controls = controls;
    }

    List<Notice> notices(SuggestedOpinion opinion, RelianceResult reliance, List<CommitmentResult> commitments) {
        engagement.assertion().ifPresent(a -> assertion(a, opinion.overall()));
        reliance.organizations().forEach(this::organization);
        engagement.subserviceOrganizations().forEach(this::organization);
        operators();
        customersAlone(reliance);
        description(commitments);
        return List.copyOf(notices);
    }

    private void tell(String code, String text) {
        notices.add(new Notice(code, text));
    }

    private void assertion(ManagementAssertion assertion, OpinionKind overall) {
        boolean modified = overall != OpinionKind.UNQUALIFIED && overall != OpinionKind.NOT_DETERMINABLE_YET;
        if (assertion.isClean() && modified) {
            tell(
                    "ASSERTION_CLEAN",
                    "Management's assertion excepts nothing, while the findings suggest " + overall
                            + "; one of the two has to change.");
        }
        if (!assertion.isClean() && overall == OpinionKind.UNQUALIFIED) {
            tell(
                    "ASSERTION_MODIFIED",
                    "Management's assertion excepts something (" + assertion.modified()
                            + "), while the findings suggest UNQUALIFIED.");
        }
        LocalDate last = engagement.lastDay();
        boolean over = engagement.period().isPresent();
        assertion
                .date()
                .filter(day -> over ? !day.isAfter(last) : day.isBefore(last))
                .ifPresent(day -> tell(
                        "ASSERTION_EARLY",
                        "Management's assertion is dated " + day + ", before "
                                + (over ? "the period had ended." : "the date that it speaks about.")));
    }

    /** What was found out about an organisation, one notice for each reason. */
    private void organization(SubserviceReliance organization) {
        for (Reason reason : organization.reasons()) {
            switch (reason.code()) {
                case REPORT_GAP ->
                    tell(
                            "SUBSERVICE_GAP",
                            sentence(reason)
                                    + (organization.bridgedDays() < organization.gapDays()
                                            ? " Ask for a bridge letter about the rest."
                                            : ""));
                case NOT_MONITORED -> tell("SUBSERVICE_NOT_MONITORED", sentence(reason));
                case REPORT_NOT_EVALUATED ->
                    tell("SUBSERVICE_NOT_EVALUATED", sentence(reason) + " Record what that means here.");
                default -> {
                    // What is evaluated stands with the organisation and needs no attention.
                }
            }
        }
    }

    private static String sentence(Reason reason) {
        String text = reason.text();
        int first = Character.toUpperCase(text.codePointAt(0));
        return Character.toString(first) + text.substring(Character.charCount(text.codePointAt(0))) + ".";
    }

    /** What was declared about an organisation. */
    private void organization(SubserviceOrganization organization) {
        organization
                .bridgeLetter()
                .map(BridgeLetter::covers)
                .filter(Consistency::isLong)
                .ifPresent(days -> tell(
                        "BRIDGE_LETTER_LONG",
                        "The bridge letter of " + organization.name()
                                + " speaks about more than three months, which is unusual."));
        if (organization.method() != SubserviceMethod.INCLUSIVE) {
            return;
        }
        if (organization.assertion().isEmpty()) {
            tell(
                    "SUBSERVICE_ASSERTION_MISSING",
                    organization.name() + " is included and has to give an assertion of its own.");
        }
        if (controls.stream().noneMatch(c -> c.control().operatedBy().equals(organization.name()))) {
            tell(
                    "SUBSERVICE_CONTROLS_MISSING",
                    organization.name() + " is included, and no control says that it operates it.");
        }
    }

    private static boolean isLong(EffectiveDates letter) {
        return letter.from().isPresent()
                && letter.to()
                        .filter(to -> to.isAfter(letter.from()
                                .get()
                                .plusMonths(LONGEST_LETTER_MONTHS)
                                .minusDays(1)))
                        .isPresent();
    }

    private void operators() {
        Set<String> included = engagement.subserviceOrganizations().stream()
                .filter(o -> o.method() == SubserviceMethod.INCLUSIVE)
                .map(SubserviceOrganization::name)
                .collect(Collectors.toUnmodifiableSet());
        controls.stream()
                .map(ControlResult::control)
                .filter(c -> !c.operatedBy().isEmpty() && !included.contains(c.operatedBy()))
                .forEach(c -> tell(
                        "OPERATED_BY_OTHERS",
                        c.id() + " is operated by " + c.operatedBy()
                                + ", which the engagement does not include as a subservice organization."));
    }

    private void customersAlone(RelianceResult reliance) {
        reliance.criteria().stream()
                .filter(c -> c.alone() && c.csocs().isEmpty())
                .map(CriterionReliance::criterion)
                .forEach(c ->
                        tell("CUEC_ONLY", c + " depends on controls of customers alone, which can be a bad design."));
    }

    private void description(List<CommitmentResult> commitments) {
        Description description = new Description(engagement);
        List<String> missed = commitments.stream()
                .filter(c -> c.conclusion() == CommitmentConclusion.MISSED)
                .map(c -> c.commitment().id())
                .toList();
        if (!missed.isEmpty()) {
            tell(
                    "COMMITMENT_MISSED",
                    "Not kept: " + String.join(", ", missed) + "."
                            + (description.isAnswered(DescriptionCriterion.DC4)
                                    ? ""
                                    : " DC 4 of the description says nothing about it."));
        }
        List<String> changed = engagement
                .period()
                .map(period -> new ControlChanges(
                                engagement,
                                period,
                                controls.stream().map(ControlResult::control).toList())
                        .ids())
                .orElse(List.of());
        if (!changed.isEmpty() && !description.isAnswered(DescriptionCriterion.DC9)) {
            tell(
                    "CHANGES_NOT_DESCRIBED",
                    "Introduced, changed or retired in the period, and DC 9 of the description says nothing: "
                            + String.join(", ", changed) + ".");
        }
    }
}

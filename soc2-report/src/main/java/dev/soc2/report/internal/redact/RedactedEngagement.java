package dev.soc2.report.internal.redact;

import dev.soc2.model.engagement.BridgeLetter;
import dev.soc2.model.engagement.ControlExclusion;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.NotRelevantCriterion;
import dev.soc2.model.engagement.ReportedDeviation;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SubserviceReport;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.report.render.ReportField;
import java.util.Map;

/** The engagement as a reader may see it. What was promised and described is for everybody. */
final class RedactedEngagement {

    private final Withholding out;

    RedactedEngagement(Withholding out) {
        this.out = out;
    }

    Engagement of(Engagement e) {
        return new Engagement(
                e.id(),
                e.organization(),
                e.system(),
                e.type(),
                e.categories(),
                e.onlyCriteria(),
                e.asOf(),
                e.knownAt(),
                e.assurance(),
                e.deviationPolicy(),
                e.pervasiveness(),
                e.calendars(),
                e.commitments(),
                e.subserviceOrganizations().stream().map(this::supplier).toList(),
                e.userEntityControls(),
                e.description(),
                e.assertion().map(this::assertion),
                e.notRelevant().stream()
                        .map(entry -> new NotRelevantCriterion(
                                entry.criterion(), out.text(ReportField.BOUNDARIES, entry.reason())))
                        .toList(),
                e.exclusions().stream()
                        .map(entry ->
                                new ControlExclusion(entry.control(), out.text(ReportField.BOUNDARIES, entry.reason())))
                        .toList(),
                e.tailoring().stream().map(this::tailoring).toList(),
                out.withholds(ReportField.PERSONS) ? new Identities(Map.of()) : e.identities());
    }

    private SubserviceOrganization supplier(SubserviceOrganization other) {
        return new SubserviceOrganization(
                other.name(),
                other.services(),
                other.method(),
                other.criteria(),
                other.csocs(),
                other.monitoredBy(),
                other.report().map(this::report),
                other.bridgeLetter()
                        .map(letter -> new BridgeLetter(
                                letter.covers(),
                                out.text(ReportField.PERSONS, letter.signer()),
                                out.text(ReportField.SUPPLIERS, letter.changes()))),
                other.assertion().map(this::assertion));
    }

    private SubserviceReport report(SubserviceReport report) {
        return new SubserviceReport(
                report.typeII(),
                report.covers(),
                report.opinion(),
                out.text(ReportField.SUPPLIERS, report.evaluation()),
                report.deviations().stream()
                        .map(deviation -> new ReportedDeviation(
                                out.text(ReportField.SUPPLIERS, deviation.text()),
                                deviation.criteria(),
                                out.text(ReportField.SUPPLIERS, deviation.evaluation())))
                        .toList());
    }

    private ManagementAssertion assertion(ManagementAssertion assertion) {
        return new ManagementAssertion(
                out.text(ReportField.PERSONS, assertion.signedBy()), assertion.date(), assertion.modified());
    }

    private Tailoring tailoring(Tailoring change) {
        // One text stands for the parameter and its value, which may name attributes.
        String written = change.parameter() + " " + change.value().plain();
        boolean shown = out.engine(ReportField.VALUES, written).equals(written);
        return shown
                ? change
                : new Tailoring(
                        change.control(), change.test(), change.parameter(), AttributeValue.of(Withholding.WITHHELD));
    }
}

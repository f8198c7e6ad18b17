package dev.soc2.model.document;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.Remediation;
import dev.soc2.model.result.Retest;
import dev.soc2.model.result.VersionResult;

/** What changed in a control and what follows from its weakness, as the assessment document writes it. */
final class AssessmentAftermathWriter {

    private final JsonWriter json;

    AssessmentAftermathWriter(JsonWriter json) {
        this.json = json;
    }

    /** Writes what there is; a control that did not change and has no weakness has none of it. */
    void write(ControlResult result) {
        if (!result.versions().isEmpty()) {
            json.objects("versions", result.versions(), this::version);
        }
        result.severity().ifPresent(severity -> json.text("severity", severity.name()));
        if (!result.remediation().isEmpty()) {
            json.objects("remediation", result.remediation(), this::remediation);
        }
    }

    private void version(VersionResult result) {
        json.text("label", result.version().label());
        json.text("description", result.version().description());
        json.object("window", () -> {
            json.text("from", result.from().toString());
            json.text("to", result.to().toString());
        });
        json.text("operating", result.operating().name());
        AssessmentWriter.reasons(json, result.reasons());
        json.texts("tests", result.tests());
    }

    private void remediation(Remediation remediation) {
        json.text("subject", remediation.subject());
        json.text("state", remediation.state().name());
        json.text("action", remediation.action());
        json.text("owner", remediation.owner());
        AssessmentWriter.instant(json, "plannedAt", remediation.plannedAt());
        AssessmentWriter.instant(json, "dueAt", remediation.dueAt());
        AssessmentWriter.instant(json, "implementedAt", remediation.implementedAt());
        remediation.retest().ifPresent(retest -> json.object("retest", () -> retest(retest)));
        AssessmentWriter.instant(json, "closedAt", remediation.closedAt());
        if (!remediation.approver().isEmpty()) {
            json.text("approver", remediation.approver());
        }
        AssessmentWriter.instant(json, "expiresAt", remediation.expiresAt());
        json.texts("remarks", remediation.remarks());
        json.texts("evidence", remediation.evidence());
    }

    private void retest(Retest retest) {
        json.text("from", retest.from().toString());
        json.text("to", retest.to().toString());
        json.number("evaluated", retest.evaluated());
        json.number("deviations", retest.deviations());
        json.number("undetermined", retest.undetermined());
        json.number("minimum", retest.minimum());
        json.flag("longEnough", retest.longEnough());
        json.flag("passed", retest.isPassed());
    }
}

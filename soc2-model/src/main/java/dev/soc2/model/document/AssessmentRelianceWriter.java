package dev.soc2.model.document;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.result.CriterionReliance;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SubserviceReliance;

/** On whom an assessment relies, as the assessment document writes it. */
final class AssessmentRelianceWriter {

    private final JsonWriter json;

    AssessmentRelianceWriter(JsonWriter json) {
        this.json = json;
    }

    void write(RelianceResult reliance) {
        json.objects("organizations", reliance.organizations(), this::organization);
        json.objects("criteria", reliance.criteria(), this::criterion);
    }

    private void organization(SubserviceReliance organization) {
        json.text("name", organization.name());
        json.text("method", organization.method().name());
        json.number("coveredDays", organization.coveredDays());
        json.number("gapDays", organization.gapDays());
        json.number("bridgedDays", organization.bridgedDays());
        json.texts("monitoredBy", organization.monitoredBy());
        AssessmentWriter.reasons(json, organization.reasons());
    }

    private void criterion(CriterionReliance reliance) {
        json.text("criterion", reliance.criterion().value());
        json.flag("alone", reliance.alone());
        json.objects("csocs", reliance.csocs(), csoc -> {
            json.text("organization", csoc.organization());
            json.text("text", csoc.text());
        });
        json.texts("cuecs", reliance.cuecs());
    }
}

package dev.soc2.model.document;

import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.JsonText;
import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.ReportType;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SubserviceReport;
import dev.soc2.model.engagement.Tailoring;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The engagement as the assessment document repeats it: names as in the engagement file, boundaries in full. */
final class AssessmentEngagementWriter {

    private final JsonWriter json;

    AssessmentEngagementWriter(JsonWriter json) {
        this.json = json;
    }

    void write(Engagement engagement) {
        json.text("id", engagement.id());
        json.text("organization", engagement.organization());
        json.text("system", engagement.system());
        Runnable type = engagement.type().match(one -> () -> typeI(one), two -> () -> typeII(two.period()));
        type.run();
        json.texts("categories", names(engagement.categories()));
        json.texts("onlyCriteria", sorted(engagement.onlyCriteria()));
        json.text("assurance", engagement.assurance().name());
        // A Type I weighs no deviations.
        engagement
                .period()
                .ifPresent(period -> json.text(
                        "deviationPolicy", engagement.deviationPolicy().written()));
        json.object("pervasive", () -> {
            json.number("entityLevelWith", engagement.pervasiveness().entityLevelWith());
            json.text(
                    "share",
                    engagement.pervasiveness().share().stripTrailingZeros().toPlainString());
            json.flag("wholeCategory", engagement.pervasiveness().wholeCategory());
        });
        json.objects("commitments", engagement.commitments(), commitment -> {
            json.text("id", commitment.id());
            json.text("text", commitment.text());
            json.texts("criteria", sorted(commitment.criteria()));
            json.texts("measuredBy", commitment.measuredBy());
        });
        json.objects("subserviceOrganizations", engagement.subserviceOrganizations(), this::subservice);
        json.objects("userEntityControls", engagement.userEntityControls(), cuec -> {
            json.text("id", cuec.id());
            json.text("text", cuec.text());
            json.texts("criteria", sorted(cuec.criteria()));
        });
        json.texts("description", names(engagement.description().answers().keySet()));
        engagement.assertion().ifPresent(this::assertion);
        json.objects("notRelevant", engagement.notRelevant(), entry -> {
            json.text("criterion", entry.criterion().value());
            json.text("reason", entry.reason());
        });
        json.objects("exclude", engagement.exclusions(), exclusion -> {
            json.text("control", exclusion.control());
            json.text("reason", exclusion.reason());
        });
        json.objects("tailoring", engagement.tailoring(), this::tailoring);
    }

    private void typeI(ReportType.TypeI type) {
        json.text("type", "TYPE_I");
        json.text("asOfDate", type.date().toString());
        json.text("zone", type.zone().getId());
    }

    private void typeII(ExaminationPeriod period) {
        json.text("type", "TYPE_II");
        json.object("period", () -> {
            json.text("from", period.firstDay().toString());
            json.text("to", period.lastDay().toString());
            json.text("zone", period.zone().getId());
        });
    }

    private void subservice(SubserviceOrganization organization) {
        json.text("name", organization.name());
        json.text("services", organization.services());
        json.text("method", organization.method().name());
        json.texts("criteria", sorted(organization.criteria()));
        json.objects("csocs", organization.csocs(), csoc -> {
            json.text("text", csoc.text());
            json.texts("criteria", sorted(csoc.criteria()));
        });
        json.texts("monitoredBy", organization.monitoredBy());
        organization.report().ifPresent(report -> json.object("report", () -> report(report)));
        organization
                .bridgeLetter()
                .ifPresent(letter -> json.object("bridgeLetter", () -> {
                    days(letter.covers());
                    json.text("signer", letter.signer());
                    json.text("changes", letter.changes());
                }));
        organization.assertion().ifPresent(this::assertion);
    }

    private void report(SubserviceReport report) {
        json.text("type", report.typeII() ? "TYPE_II" : "TYPE_I");
        days(report.covers());
        report.opinion().ifPresent(opinion -> json.text("opinion", opinion.name()));
        json.text("evaluation", report.evaluation());
        json.objects("deviations", report.deviations(), deviation -> {
            json.text("text", deviation.text());
            json.texts("criteria", sorted(deviation.criteria()));
            json.text("evaluation", deviation.evaluation());
        });
    }

    private void assertion(ManagementAssertion assertion) {
        json.object("assertion", () -> {
            json.text("signedBy", assertion.signedBy());
            assertion.date().ifPresent(date -> json.text("date", date.toString()));
            json.text("modified", assertion.modified());
        });
    }

    private void days(EffectiveDates days) {
        days.from().ifPresent(from -> json.text("from", from.toString()));
        days.to().ifPresent(to -> json.text("to", to.toString()));
    }

    private void tailoring(Tailoring change) {
        json.text("control", change.control());
        json.text("test", change.test());
        json.text("parameter", change.parameter());
        StringBuilder value = new StringBuilder();
        plain(change.value().plain(), value);
        json.written("value", value.toString());
    }

    /** Compact; a number with a fraction is text, so that no reader rounds it. */
    private static void plain(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> members) {
            String separator = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.append(separator);
                JsonText.quote((String) member.getKey(), out);
                out.append(": ");
                plain(member.getValue(), out);
                separator = ", ";
            }
            out.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> members) {
            String separator = "[";
            for (Object member : members) {
                out.append(separator);
                plain(member, out);
                separator = ", ";
            }
            out.append(members.isEmpty() ? "[]" : "]");
        } else if (value instanceof Boolean || value instanceof Long) {
            out.append(value);
        } else {
            JsonText.quote(value instanceof BigDecimal number ? number.toPlainString() : (String) value, out);
        }
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    private static List<String> sorted(Collection<CriterionId> criteria) {
        return AssessmentWriter.ids(criteria.stream().sorted().toList());
    }
}

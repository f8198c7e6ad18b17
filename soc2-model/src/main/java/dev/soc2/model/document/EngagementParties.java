package dev.soc2.model.document;

import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.Checked;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.Cuec;
import dev.soc2.model.engagement.ServiceCommitment;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.engagement.SubserviceReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The others in an engagement: what is promised to customers, what they do, and the suppliers behind. */
final class EngagementParties {

    /** The words of the field {@code type} of a report. */
    private enum Type {
        TYPE_I,
        TYPE_II
    }

    private final EngagementReading reading;

    EngagementParties(EngagementReading reading) {
        this.reading = reading;
    }

    List<ServiceCommitment> commitments(Value value) {
        return reading.distinct(
                value,
                "id",
                fields -> reading.construct(
                        ServiceCommitment.class,
                        fields,
                        fields.required("id").text(),
                        fields.required("text").text(),
                        criteria(fields)));
    }

    List<Cuec> userControls(Value value) {
        return reading.distinct(
                value,
                "id",
                fields -> reading.construct(
                        Cuec.class,
                        fields,
                        fields.required("id").text(),
                        fields.required("text").text(),
                        criteria(fields)));
    }

    List<SubserviceOrganization> suppliers(Value value) {
        return reading.distinct(value, "name", this::supplier);
    }

    private Optional<SubserviceOrganization> supplier(Fields fields) {
        Optional<String> name = fields.required("name").text();
        Optional<String> services = fields.required("services").text();
        Optional<SubserviceMethod> method = fields.required("method").oneOf(SubserviceMethod.class);
        Set<CriterionId> criteria = criteria(fields);
        List<Csoc> csocs = fields.optional("csocs")
                .oneOrMany(item -> reading.words(item).map(Csoc::new))
                .orElse(List.of());
        Optional<SubserviceReport> report = fields.optional("report").map(this::report);
        Value letter = fields.optional("bridgeLetter");
        Optional<EffectiveDates> bridge = letter.map(this::dates);
        if (!fields.has("report")) {
            reading.tell(
                    EngagementCode.BRIDGE_WITHOUT_REPORT,
                    letter,
                    "a bridge letter goes on from a report, and there is none",
                    "add 'report: {type, from, to}', or leave the letter out");
        }
        return reading.construct(
                SubserviceOrganization.class, fields, name, services, method, criteria, csocs, report, bridge);
    }

    private Optional<SubserviceReport> report(Fields fields) {
        fields.know(List.of("from", "to", "asOfDate"));
        return fields.required("type").oneOf(Type.class).flatMap(type -> {
            if (type == Type.TYPE_II) {
                refuse(fields, "asOfDate", "write 'from' and 'to' instead");
                return dates(fields).map(covers -> new SubserviceReport(true, covers));
            }
            refuse(fields, "from", "write 'asOfDate' instead");
            refuse(fields, "to", "write 'asOfDate' instead");
            return fields.required("asOfDate")
                    .date()
                    .map(day -> new SubserviceReport(false, EffectiveDates.between(day, day)));
        });
    }

    private Optional<EffectiveDates> dates(Fields fields) {
        Optional<LocalDate> from = fields.required("from").date();
        Optional<LocalDate> to = fields.required("to").date();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return fields.node()
                .flatMap(node -> Checked.construct(EffectiveDates.class, node, reading.faults(), Map.of(), from, to));
    }

    private Set<CriterionId> criteria(Fields fields) {
        return reading.criteria().many(fields.optional("criteria"));
    }

    private void refuse(Fields fields, String name, String fix) {
        reading.tell(
                EngagementCode.OTHER_TYPE,
                fields.optional(name),
                "'" + name + "' belongs to the other type of report",
                fix);
    }
}

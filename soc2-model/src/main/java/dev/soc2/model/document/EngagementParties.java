package dev.soc2.model.document;

import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.tree.Checked;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.BridgeLetter;
import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.Cuec;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.ReportOpinion;
import dev.soc2.model.engagement.ReportedDeviation;
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
                        criteria(fields),
                        texts(fields.optional("measuredBy"))));
    }

    /** Management's assertion, our own or that of a supplier. */
    Optional<ManagementAssertion> assertion(Value value) {
        return value.map(fields -> reading.construct(
                ManagementAssertion.class,
                fields,
                fields.required("signedBy").text(),
                fields.optional("date").date(),
                reading.words(fields.optional("modified")).orElse("")));
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
        List<Csoc> csocs = fields.optional("csocs").oneOrMany(this::csoc).orElse(List.of());
        List<String> monitoredBy = texts(fields.optional("monitoredBy"));
        Optional<SubserviceReport> report = fields.optional("report").map(this::report);
        Value letter = fields.optional("bridgeLetter");
        Optional<BridgeLetter> bridge = letter.map(this::letter);
        Optional<ManagementAssertion> assertion = assertion(fields.optional("assertion"));
        if (!fields.has("report")) {
            reading.tell(
                    EngagementCode.BRIDGE_WITHOUT_REPORT,
                    letter,
                    "a bridge letter goes on from a report, and there is none",
                    "add 'report: {type, from, to}', or leave the letter out");
        }
        return reading.construct(
                SubserviceOrganization.class,
                fields,
                name,
                services,
                method,
                criteria,
                csocs,
                monitoredBy,
                report,
                bridge,
                assertion);
    }

    /** A text, or a map that links it to criteria of its own. */
    private Optional<Csoc> csoc(Value value) {
        if (value.node().filter(MapNode.class::isInstance).isPresent()) {
            return value.map(fields -> reading.construct(
                    Csoc.class, fields, fields.required("text").text(), criteria(fields)));
        }
        return reading.words(value).map(Csoc::new);
    }

    private Optional<BridgeLetter> letter(Fields fields) {
        Optional<EffectiveDates> covers = dates(fields);
        String signer = fields.optional("signer").text().orElse("");
        String changes = fields.optional("changes").text().orElse("");
        return covers.map(days -> new BridgeLetter(days, signer, changes));
    }

    private Optional<SubserviceReport> report(Fields fields) {
        fields.know(List.of("from", "to", "asOfDate"));
        Optional<ReportOpinion> opinion = fields.optional("opinion").oneOf(ReportOpinion.class);
        String evaluation = reading.words(fields.optional("evaluation")).orElse("");
        List<ReportedDeviation> deviations = fields.optional("deviations")
                .list(item -> item.map(this::reported))
                .orElse(List.of());
        return fields.required("type").oneOf(Type.class).flatMap(type -> {
            boolean typeII = type == Type.TYPE_II;
            return (typeII ? period(fields) : date(fields))
                    .map(covers -> new SubserviceReport(typeII, covers, opinion, evaluation, deviations));
        });
    }

    private Optional<ReportedDeviation> reported(Fields fields) {
        return reading.construct(
                ReportedDeviation.class,
                fields,
                fields.required("text").text(),
                criteria(fields),
                reading.words(fields.optional("evaluation")).orElse(""));
    }

    private Optional<EffectiveDates> period(Fields fields) {
        refuse(fields, "asOfDate", "write 'from' and 'to' instead");
        return dates(fields);
    }

    private Optional<EffectiveDates> date(Fields fields) {
        refuse(fields, "from", "write 'asOfDate' instead");
        refuse(fields, "to", "write 'asOfDate' instead");
        return fields.required("asOfDate").date().map(day -> EffectiveDates.between(day, day));
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

    private List<String> texts(Value value) {
        return value.oneOrMany(reading::words).orElse(List.of());
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

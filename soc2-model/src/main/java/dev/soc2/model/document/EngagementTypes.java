package dev.soc2.model.document;

import dev.soc2.model.document.tree.Checked;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.engagement.ReportType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type of an engagement's report: a period for a Type II, a date with a zone for a Type I. */
final class EngagementTypes {

    private static final List<String> FIELDS = List.of("period", "asOfDate", "zone");

    /** The words of the field {@code type}. */
    private enum Word {
        TYPE_I,
        TYPE_II
    }

    private EngagementTypes() {}

    static Optional<ReportType> read(Fields fields, EngagementReading reading) {
        fields.know(FIELDS);
        return fields.required("type").oneOf(Word.class).flatMap(type -> {
            if (type == Word.TYPE_II) {
                refuse(fields, reading, "write 'period: {from, to, zone}' instead", "asOfDate", "zone");
                return fields.required("period").map(period -> period(period, reading));
            }
            refuse(fields, reading, "write 'asOfDate' and 'zone' instead", "period");
            Optional<LocalDate> date = fields.required("asOfDate").date();
            Optional<ZoneId> zone = fields.required("zone").zone();
            return reading.construct(ReportType.TypeI.class, fields, date, zone).map(ReportType.class::cast);
        });
    }

    private static Optional<ReportType> period(Fields fields, EngagementReading reading) {
        Optional<LocalDate> from = fields.required("from").date();
        Optional<LocalDate> to = fields.required("to").date();
        Optional<ZoneId> zone = fields.required("zone").zone();
        return fields.node()
                .flatMap(node -> Checked.construct(
                        ExaminationPeriod.class, node, reading.faults(), places(node), from, to, zone))
                .map(ReportType.TypeII::new);
    }

    private static Map<String, Node> places(MapNode node) {
        Map<String, Node> places = new LinkedHashMap<>();
        node.get("from").ifPresent(value -> places.put("firstDay", value));
        node.get("to").ifPresent(value -> places.put("lastDay", value));
        return places;
    }

    private static void refuse(Fields fields, EngagementReading reading, String fix, String... names) {
        for (String name : names) {
            Value value = fields.optional(name);
            String type = name.equals("period") ? "TYPE_II, and this is a TYPE_I" : "TYPE_I, and this is a TYPE_II";
            reading.tell(EngagementCode.OTHER_TYPE, value, "'" + name + "' belongs to a " + type, fix);
        }
    }
}

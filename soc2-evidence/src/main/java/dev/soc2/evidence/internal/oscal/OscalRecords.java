package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.AttributeValue.ListValue;
import dev.soc2.model.evidence.AttributeValue.MapValue;
import dev.soc2.model.evidence.AttributeValue.TextValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row of OSCAL as evidence. */
final class OscalRecords {

    /** As OSCAL's schemas have it: RFC 4122, version 4 or 5. */
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}");

    private final OscalRow row;
    private final String source;

    OscalRecords(OscalRow row, String source) {
        this.row = row;
        this.source = source;
    }

    /** What makes the row unusable. */
    Optional<Issue> fault() {
        Optional<String> uuid = text(row.fields(), "uuid");
        if (uuid.isEmpty() || !UUID.matcher(uuid.get()).matches()) {
            return fault("has no 'uuid', or one that is no UUID of version 4 or 5");
        }
        if (row.kind() == OscalRow.Kind.OBSERVATION
                && time(row.fields(), "collected").isEmpty()) {
            return fault("has no 'collected', or one that is no time with an offset");
        }
        if (row.kind() == OscalRow.Kind.FINDING && targetId().isEmpty()) {
            return fault("has no 'target-id' in its target");
        }
        for (String name : List.of("expires", "deadline")) {
            if (row.fields().containsKey(name) && time(row.fields(), name).isEmpty()) {
                return fault("has an '" + name + "' that is no time with an offset");
            }
        }
        return Optional.empty();
    }

    private Optional<Issue> fault(String what) {
        return Optional.of(ImportCode.FIELD.at(
                row.place(),
                "the " + row.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + what,
                "correct it in the tool that wrote the document"));
    }

    /** The records of a row without a fault: one for each subject. */
    List<EvidenceBuilder> of(OscalContext context) {
        String uuid = uuid();
        String id = uuid + "@" + context.observedAt();
        List<String> subjects = subjects();
        if (subjects.size() < 2) {
            return List.of(record(id, subjects.isEmpty() ? uuid : subjects.get(0), context));
        }
        List<EvidenceBuilder> records = new ArrayList<>();
        subjects.forEach(subject -> records.add(record(id + "#" + subject, subject, context)));
        return records;
    }

    private String uuid() {
        return text(row.fields(), "uuid").orElse("").toLowerCase(Locale.ROOT);
    }

    private List<String> subjects() {
        return switch (row.kind()) {
            case FINDING -> List.of(targetId().orElse(uuid()));
            case OBSERVATION ->
                maps(row.fields(), "subjects").stream()
                        .flatMap(subject -> text(subject, "subject-uuid").stream())
                        .map(subject -> subject.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    private Optional<String> targetId() {
        return map(row.fields(), "target").flatMap(target -> text(target, "target-id"));
    }

    private EvidenceBuilder record(String id, String subject, OscalContext context) {
        String type =
                switch (row.kind()) {
                    case OBSERVATION -> OscalFormat.OBSERVATION;
                    case FINDING, POAM_ITEM -> OscalFormat.FINDING;
                    case RISK -> OscalFormat.RISK;
                };
        Instant occurredAt = occurredAt(context);
        // What was collected after its result had ended was seen no earlier.
        Instant observedAt = occurredAt.isAfter(context.observedAt()) ? occurredAt : context.observedAt();
        EvidenceBuilder record = Evidence.of(id, type, subject, occurredAt, source)
                .observedAt(observedAt)
                .with("uuid", uuid());
        context.result().ifPresent(result -> record.with("result", result.toLowerCase(Locale.ROOT)));
        context.resultTitle().ifPresent(title -> record.with("resultTitle", title));
        row.fields().forEach((name, value) -> {
            if (!name.equals("uuid") && !name.equals("collected") && !name.equals("target")) {
                record.with(attribute(name), value);
            }
        });
        switch (row.kind()) {
            case FINDING -> finding(record);
            case POAM_ITEM -> record.with("kind", "POAM_ITEM");
            case RISK -> risk(record);
            case OBSERVATION -> {
                // Its fields say all.
            }
        }
        references(record, "related-observations", "observation-uuid", "observations");
        references(record, "related-risks", "risk-uuid", "risks");
        return record;
    }

    private void finding(EvidenceBuilder record) {
        Map<String, AttributeValue> target = map(row.fields(), "target").orElse(Map.of());
        record.with("kind", "FINDING");
        text(target, "type").ifPresent(type -> record.with("targetType", type));
        map(target, "status").ifPresent(status -> {
            text(status, "state").ifPresent(state -> record.with("state", state));
            text(status, "reason").ifPresent(reason -> record.with("reason", reason));
        });
        map(target, "implementation-status")
                .flatMap(status -> text(status, "state"))
                .ifPresent(state -> record.with("implementationStatus", state));
        record.with("target", AttributeValue.of(target));
    }

    private void risk(EvidenceBuilder record) {
        for (Map<String, AttributeValue> characterization : maps(row.fields(), "characterizations")) {
            for (Map<String, AttributeValue> facet : maps(characterization, "facets")) {
                Optional<String> name = text(facet, "name");
                Optional<String> value = text(facet, "value");
                if (value.isPresent()
                        && name.filter(List.of("likelihood", "impact")::contains)
                                .isPresent()) {
                    record.with(name.get(), value.get());
                }
            }
        }
        if (text(row.fields(), "status").filter("closed"::equals).isPresent()) {
            entries().stream()
                    .filter(entry -> text(entry, "status-change")
                            .filter("closed"::equals)
                            .isPresent())
                    .flatMap(entry -> time(entry, "start").stream())
                    .max(Comparator.naturalOrder())
                    .ifPresent(closed -> record.with("closedAt", closed.toString()));
        }
    }

    private List<Map<String, AttributeValue>> entries() {
        return map(row.fields(), "risk-log").map(log -> maps(log, "entries")).orElse(List.of());
    }

    private Instant occurredAt(OscalContext context) {
        if (row.kind() == OscalRow.Kind.OBSERVATION) {
            return time(row.fields(), "collected").orElse(context.observedAt());
        }
        return entries().stream()
                .flatMap(entry -> time(entry, "start").stream())
                .filter(start -> !start.isAfter(context.observedAt()))
                .max(Comparator.naturalOrder())
                .orElse(context.observedAt());
    }

    private void references(EvidenceBuilder record, String list, String field, String attribute) {
        List<String> uuids = maps(row.fields(), list).stream()
                .flatMap(reference -> text(reference, field).stream())
                .map(uuid -> uuid.toLowerCase(Locale.ROOT))
                .toList();
        if (!uuids.isEmpty()) {
            record.with(attribute, uuids);
        }
    }

    /** {@code relevant-evidence} as {@code relevantEvidence}. */
    private static String attribute(String name) {
        StringBuilder attribute = new StringBuilder();
        for (String part : name.split("-", -1)) {
            attribute.append(
                    attribute.isEmpty() || part.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return attribute.toString();
    }

    private static Optional<String> text(Map<String, AttributeValue> fields, String name) {
        return fields.get(name) instanceof TextValue text && !text.value().isBlank()
                ? Optional.of(text.value().strip())
                : Optional.empty();
    }

    private static Optional<Instant> time(Map<String, AttributeValue> fields, String name) {
        return text(fields, name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Map<String, AttributeValue>> map(Map<String, AttributeValue> fields, String name) {
        return fields.get(name) instanceof MapValue map ? Optional.of(map.values()) : Optional.empty();
    }

    private static List<Map<String, AttributeValue>> maps(Map<String, AttributeValue> fields, String name) {
        List<Map<String, AttributeValue>> maps = new ArrayList<>();
        if (fields.get(name) instanceof ListValue list) {
            for (AttributeValue member : list.values()) {
                if (member instanceof MapValue map) {
                    maps.add(map.values());
                }
            }
        }
        return maps;
    }
}

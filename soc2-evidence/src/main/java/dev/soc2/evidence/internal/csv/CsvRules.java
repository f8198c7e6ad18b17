package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A CSV mapping, ready to be used: how the file is written and how a row becomes a record.
 *
 * @param shape how the file is written
 * @param source the system the rows come from, if the mapping tells
 * @param type what type of evidence a row is
 * @param id parts of the id; empty: source and digest of the row
 * @param subject whom or what a row is about
 * @param actor who did it
 * @param occurredAt when it took effect
 * @param observedAt when a collector saw it
 * @param attributes everything else
 * @param required columns that no row may leave empty
 * @param rejectUnknownColumns whether a column that is not named is a fault
 * @param sha256 digest of the mapping as written
 */
public record CsvRules(
        CsvShape shape,
        Optional<String> source,
        TypeRule type,
        List<TextRule> id,
        TextRule subject,
        Optional<TextRule> actor,
        TimeRule occurredAt,
        Optional<TimeRule> observedAt,
        Map<String, AttributeRule> attributes,
        Set<String> required,
        boolean rejectUnknownColumns,
        String sha256) {

    /** Name of the importer, as provenance and receipts show it. */
    public static final String IMPORTER = "CSV";

    public static final String MEDIA_TYPE = "text/csv";

    public CsvRules {
        id = List.copyOf(id);
        attributes = Map.copyOf(attributes);
        required = Set.copyOf(required);
    }

    /** The types that rows can have, as far as the mapping tells. */
    public Set<String> types() {
        return type.types();
    }

    /** Every column that the mapping names. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>(required);
        type.column().ifPresent(columns::add);
        id.forEach(part -> columns.addAll(part.columns()));
        columns.addAll(subject.columns());
        actor.ifPresent(rule -> columns.addAll(rule.columns()));
        occurredAt.column().ifPresent(columns::add);
        observedAt.flatMap(TimeRule::column).ifPresent(columns::add);
        attributes.values().forEach(rule -> rule.column().ifPresent(columns::add));
        return columns;
    }

    /** The record that a row makes; nothing when the row has faults, which it then holds. */
    Optional<Evidence> read(NamedRow row, String from) {
        required.stream().sorted().forEach(row::needed);
        Optional<String> rowType = type.read(row);
        Optional<String> rowId = id(row, from);
        Optional<String> rowSubject = needed(row, subject);
        Optional<Instant> occurred = occurredAt.needed(row);
        Optional<Instant> observed = observedAt.flatMap(rule -> rule.read(row));
        List<Map.Entry<String, AttributeValue>> values = new ArrayList<>();
        attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> entry.getValue().read(row).ifPresent(v -> values.add(Map.entry(entry.getKey(), v))));
        if (!row.issues().isEmpty()) {
            return Optional.empty();
        }
        try {
            EvidenceBuilder record = Evidence.of(
                            rowId.orElseThrow(),
                            rowType.orElseThrow(),
                            rowSubject.orElseThrow(),
                            occurred.orElseThrow(),
                            from)
                    .provenance(new Provenance(row.location(), row.sha256(), IMPORTER));
            observed.ifPresent(record::observedAt);
            actor.flatMap(rule -> rule.read(row)).ifPresent(record::actor);
            values.forEach(value -> record.with(value.getKey(), value.getValue()));
            return Optional.of(record.build());
        } catch (IllegalArgumentException e) {
            row.fault(
                    ImportCode.RECORD,
                    "the cells make no record: its type must be a dotted lower-case name, its names 1 to 1,024"
                            + " characters long, its times between 1700 and 2250",
                    "correct the row at its source, or the mapping");
            return Optional.empty();
        }
    }

    private Optional<String> id(NamedRow row, String from) {
        if (id.isEmpty()) {
            return Optional.of(from + ":" + row.sha256());
        }
        List<String> parts = new ArrayList<>();
        id.forEach(part -> needed(row, part).ifPresent(parts::add));
        return parts.size() == id.size() ? Optional.of(String.join("/", parts)) : Optional.empty();
    }

    private static Optional<String> needed(NamedRow row, TextRule rule) {
        return rule instanceof TextRule.Column column ? row.needed(column.column()) : rule.read(row);
    }
}

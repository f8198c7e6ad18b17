package dev.soc2.evidence.internal.table;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mapping, ready to be used: how the file is written and how a row becomes a record.
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
public record TableRules(
        TableShape shape,
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

    public TableRules {
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

    /** The record that a row makes, without provenance; nothing when the row has faults, which it then holds. */
    Optional<EvidenceBuilder> read(NamedRow row, String from) {
        required.stream().sorted().forEach(row::needed);
        Optional<String> rowType = type.read(row);
        Optional<String> rowId = id(row, from);
        Optional<String> rowSubject = needed(row, subject);
        Optional<Instant> occurred = occurredAt.needed(row);
        Optional<Instant> observed = observedAt.flatMap(rule -> rule.read(row));
        Optional<String> rowActor = actor.flatMap(rule -> rule.read(row));
        List<Map.Entry<String, AttributeValue>> values = new ArrayList<>();
        attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> entry.getValue().read(row).ifPresent(v -> values.add(Map.entry(entry.getKey(), v))));
        if (!row.issues().isEmpty()) {
            return Optional.empty();
        }
        EvidenceBuilder record = Evidence.of(
                rowId.orElseThrow(), rowType.orElseThrow(), rowSubject.orElseThrow(), occurred.orElseThrow(), from);
        observed.ifPresent(record::observedAt);
        rowActor.ifPresent(record::actor);
        values.forEach(value -> record.with(value.getKey(), value.getValue()));
        return Optional.of(record);
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

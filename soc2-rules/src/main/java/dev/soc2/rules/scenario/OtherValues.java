package dev.soc2.rules.scenario;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a value could be instead: values of the same record, of the same attribute elsewhere, and of the rule. */
final class OtherValues {

    /** A text that is nothing anybody asks for. */
    static final String NOBODY = "x";

    private static final int MOST = 24;

    private final Map<String, Set<AttributeValue>> seen = new HashMap<>();
    private final Set<String> actors = new LinkedHashSet<>();
    private final RuleLiterals literals;

    OtherValues(Collection<Evidence> records, RuleLiterals literals) {
        this.literals = literals;
        for (Evidence record : records) {
            record.actor().ifPresent(actors::add);
            record.attributes().forEach((name, value) -> {
                Set<AttributeValue> values = seen.computeIfAbsent(name, n -> new LinkedHashSet<>());
                if (values.size() < MOST) {
                    values.add(value);
                }
            });
        }
    }

    /** Values for an attribute of a record, likeliest first. */
    List<AttributeValue> of(Evidence record, String attribute, AttributeValue value) {
        Set<AttributeValue> others = new LinkedHashSet<>();
        if (value instanceof AttributeValue.FlagValue flag) {
            others.add(AttributeValue.of(!flag.value()));
        } else if (value instanceof AttributeValue.NumberValue number) {
            numbers(number.value()).forEach(n -> others.add(AttributeValue.of(n)));
        } else if (value instanceof AttributeValue.TextValue) {
            persons(record).forEach(text -> others.add(AttributeValue.of(text)));
            others.addAll(seen.getOrDefault(attribute, Set.of()));
            literals.texts().forEach(text -> others.add(AttributeValue.of(text)));
            others.add(AttributeValue.of(NOBODY));
        } else if (value instanceof AttributeValue.ListValue) {
            others.add(AttributeValue.of(List.of()));
            persons(record).forEach(person -> others.add(AttributeValue.texts(List.of(person))));
            others.addAll(seen.getOrDefault(attribute, Set.of()));
            literals.texts().forEach(text -> others.add(AttributeValue.texts(List.of(text))));
            others.add(AttributeValue.texts(List.of(NOBODY)));
        } else if (value instanceof AttributeValue.MapValue map) {
            others.add(AttributeValue.of(Map.of()));
            map.values()
                    .forEach((name, member) ->
                            of(record, name, member).forEach(other -> others.add(with(map.values(), name, other))));
        }
        others.remove(value);
        return others.stream().limit(MOST).toList();
    }

    /** Who could have done it instead: those that the record itself names, other actors, nobody. */
    List<String> actors(Evidence record) {
        Set<String> others = new LinkedHashSet<>(persons(record));
        others.addAll(actors);
        others.add(NOBODY);
        record.actor().ifPresent(others::remove);
        return others.stream()
                .filter(name -> !name.isBlank() && name.length() <= 1_024)
                .limit(MOST)
                .toList();
    }

    private static AttributeValue with(Map<String, AttributeValue> map, String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new TreeMap<>(map);
        changed.put(name, value);
        return AttributeValue.of(changed);
    }

    /** Texts of the record that may name somebody. */
    private static Set<String> persons(Evidence record) {
        Set<String> persons = new LinkedHashSet<>();
        record.actor().ifPresent(persons::add);
        record.attributes().values().forEach(value -> {
            if (value instanceof AttributeValue.TextValue text) {
                persons.add(text.value());
            } else if (value instanceof AttributeValue.ListValue list) {
                list.values().stream()
                        .filter(AttributeValue.TextValue.class::isInstance)
                        .forEach(member -> persons.add(((AttributeValue.TextValue) member).value()));
            }
        });
        return persons;
    }

    private List<BigDecimal> numbers(BigDecimal number) {
        List<BigDecimal> others =
                new ArrayList<>(List.of(BigDecimal.ZERO, number.add(BigDecimal.ONE), number.negate()));
        literals.numbers().forEach(literal -> {
            others.add(literal.subtract(BigDecimal.ONE));
            others.add(literal);
            others.add(literal.add(BigDecimal.ONE));
        });
        return others;
    }
}

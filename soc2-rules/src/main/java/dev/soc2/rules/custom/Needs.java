package dev.soc2.rules.custom;

import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a rule in Java reads. What is not declared here is not there: records of other types are not shown, and other
 * attributes cannot be read.
 *
 * <pre>{@code
 * Needs.of("ledger.closed").and("reconciliation.completed").fields("attributes.total");
 * }</pre>
 *
 * @param items the population: each of its records inside the window is an item
 * @param others evidence beside it
 * @param fields attributes that it reads of any of these records
 * @param key fields whose values put records into one timeline; empty: all records form one
 */
public record Needs(Selector items, List<Selector> others, Set<Field> fields, List<Field> key) {

    /** Copies the collections. */
    public Needs {
        Objects.requireNonNull(items, "items");
        others = List.copyOf(others);
        fields = Collections.unmodifiableSet(new LinkedHashSet<>(List.copyOf(fields)));
        key = List.copyOf(key);
    }

    /**
     * Needs of a rule whose items are the records of one type, by subject.
     *
     * @param type the evidence type
     * @return needs without other evidence and without fields
     */
    public static Needs of(String type) {
        return of(Selector.of(type));
    }

    /**
     * Needs of a rule whose items are the records that a selector picks, by subject.
     *
     * @param items the population
     * @return needs without other evidence and without fields
     */
    public static Needs of(Selector items) {
        return new Needs(items, List.of(), Set.of(), List.of(Field.SUBJECT));
    }

    /**
     * The same, and evidence of other types.
     *
     * @param types the types
     * @return a copy
     */
    public Needs and(String... types) {
        Needs more = this;
        for (String type : types) {
            more = more.and(Selector.of(type));
        }
        return more;
    }

    /**
     * The same, and other evidence.
     *
     * @param selector picks it
     * @return a copy
     */
    public Needs and(Selector selector) {
        List<Selector> more = new ArrayList<>(others);
        more.add(selector);
        return new Needs(items, more, fields, key);
    }

    /**
     * The same, and fields that are read.
     *
     * @param paths such as {@code attributes.total}
     * @return a copy
     */
    public Needs fields(String... paths) {
        Set<Field> more = new LinkedHashSet<>(fields);
        Arrays.stream(paths).map(Field::of).forEach(more::add);
        return new Needs(items, others, more, key);
    }

    /**
     * The same by another key than the subject. An item without one of its fields is undetermined.
     *
     * @param paths fields that every record has; at least one
     * @return a copy
     */
    public Needs keyedBy(String... paths) {
        if (paths.length == 0) {
            throw new IllegalArgumentException("a key has at least one field; together() puts all records into one");
        }
        return new Needs(
                items, others, fields, Arrays.stream(paths).map(Field::of).toList());
    }

    /**
     * The same with all records in one timeline.
     *
     * @return a copy
     */
    public Needs together() {
        return new Needs(items, others, fields, List.of());
    }
}

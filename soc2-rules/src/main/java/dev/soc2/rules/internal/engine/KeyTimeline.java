package dev.soc2.rules.internal.engine;

import dev.soc2.rules.custom.Entry;
import dev.soc2.rules.custom.Needs;
import dev.soc2.rules.custom.Timeline;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.TextOrder;
import dev.soc2.rules.rule.Selector;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of one key as a rule in Java sees them. */
final class KeyTimeline implements Timeline {

    private final Evaluation evaluation;
    private final Set<String> types = new HashSet<>();
    private final List<String> key;
    private final List<RowEntry> entries = new ArrayList<>();
    private final List<RowEntry> population = new ArrayList<>();
    private final Map<String, List<RowEntry>> byType = new HashMap<>();

    KeyTimeline(Evaluation evaluation, Needs needs, List<String> key, Collection<Integer> rows, Set<Integer> items) {
        this.evaluation = evaluation;
        this.key = List.copyOf(key);
        types.addAll(needs.items().types());
        needs.others().stream().map(Selector::types).forEach(types::addAll);
        rows.forEach(row -> entries.add(new RowEntry(evaluation, needs, this, row)));
        entries.sort(Comparator.comparingLong(RowEntry::occurred).thenComparing(RowEntry::id, TextOrder.UTF8));
        for (RowEntry entry : entries) {
            byType.computeIfAbsent(entry.type(), t -> new ArrayList<>()).add(entry);
            if (items.contains(entry.row())) {
                population.add(entry);
            }
        }
    }

    /** Records of the population, also those outside the window. */
    List<RowEntry> population() {
        return population;
    }

    @Override
    public List<String> key() {
        return key;
    }

    @Override
    public Instant from() {
        return Nanos.instant(evaluation.window.from());
    }

    @Override
    public Instant to() {
        return Nanos.instant(evaluation.window.to());
    }

    @Override
    public Instant asOf() {
        return Nanos.instant(evaluation.asOf());
    }

    @Override
    public ZoneId zone() {
        return evaluation.zone();
    }

    @Override
    public List<Entry> items() {
        return population.stream()
                .filter(e -> evaluation.window.contains(e.occurred()))
                .map(Entry.class::cast)
                .toList();
    }

    @Override
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    @Override
    public List<Entry> of(String type) {
        return Collections.unmodifiableList(rows(type));
    }

    @Override
    public Optional<Entry> firstAfter(Entry entry, String type) {
        return firstAfter(entry, type, Nanos.FOREVER);
    }

    @Override
    public Optional<Entry> firstAfter(Entry entry, String type, Duration within) {
        return firstAfter(entry, type, Nanos.of(entry.at().plus(within)));
    }

    private Optional<Entry> firstAfter(Entry entry, String type, long latest) {
        List<RowEntry> rows = rows(type);
        int from = firstFrom(Nanos.of(entry.at()), rows);
        for (int i = from; i < rows.size() && rows.get(i).occurred() <= latest; i++) {
            if (rows.get(i) != entry) {
                return Optional.of(rows.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Entry> lastBefore(Entry entry, String type) {
        List<RowEntry> rows = rows(type);
        long at = Nanos.of(entry.at());
        for (int i = firstFrom(at + 1, rows) - 1; i >= 0; i--) {
            if (rows.get(i) != entry) {
                return Optional.of(rows.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Entry> between(Instant start, Instant end, String type) {
        List<RowEntry> rows = rows(type);
        int from = firstFrom(Nanos.of(start), rows);
        int to = firstFrom(Nanos.of(end), rows);
        return from >= to ? List.of() : Collections.unmodifiableList(rows.subList(from, to));
    }

    private List<RowEntry> rows(String type) {
        require(type);
        return byType.getOrDefault(type, List.of());
    }

    void require(String type) {
        if (!types.contains(type)) {
            throw new IllegalArgumentException("the rule reads records of " + type + " and does not declare the type");
        }
    }

    /** Index of the first row at or after an instant. */
    private static int firstFrom(long instant, List<RowEntry> rows) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).occurred() < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package dev.soc2.rules.internal.timeline;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.SourceCheckpoint;
import dev.soc2.rules.rule.Field;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was visible, frozen: rows are numbered so that those of a type are contiguous and in order of time,
 * ties by id. Immutable.
 */
public final class Timeline {

    private final Dictionary dictionary;
    private final List<TypeColumns> columns = new ArrayList<>();
    private final Map<String, Integer> typeNumbers = new HashMap<>();
    private final int[] starts;
    private final String[] ids;
    private final int[] subjects;
    private final int[] actors;
    private final int[] sources;
    private final long[] occurred;
    private final long[] observed;
    private final Map<String, List<Evidence>> reserved;
    private final Settled settled;
    private final Map<String, Set<String>> sourcesByType = new HashMap<>();
    private final Map<Cluster, Runs> clusters = new HashMap<>();
    private final Optional<SourceCheckpoint> checkpoint;

    private record Cluster(String type, Field by) {}

    Timeline(
            Dictionary dictionary,
            Map<String, TypeColumns> ordered,
            List<Evidence> reserved,
            Settled settled,
            Needs needs,
            Optional<SourceCheckpoint> checkpoint) {
        this.checkpoint = checkpoint;
        this.dictionary = dictionary;
        this.reserved = reserved.stream().collect(Collectors.groupingBy(Evidence::type));
        this.settled = settled;
        starts = new int[ordered.size() + 1];
        ordered.forEach((type, own) -> {
            int number = columns.size();
            typeNumbers.put(type, number);
            columns.add(own);
            starts[number + 1] = starts[number] + own.size();
        });
        int rows = starts[columns.size()];
        ids = new String[rows];
        subjects = new int[rows];
        actors = new int[rows];
        sources = new int[rows];
        occurred = new long[rows];
        observed = new long[rows];
        for (int number = 0; number < columns.size(); number++) {
            columns.get(number).moveTo(ids, subjects, actors, sources, occurred, observed, starts[number]);
        }
        for (TypeColumns own : columns) {
            sourcesByType.put(own.type, sourcesOf(own.type));
            needs.clustersOf(own.type)
                    .forEach(field -> keys(own.type, field)
                            .ifPresent(
                                    keys -> clusters.put(new Cluster(own.type, field), Runs.of(rows(own.type), keys))));
        }
    }

    /** The state of the log that the records came from, if they came from one. */
    public Optional<SourceCheckpoint> checkpoint() {
        return checkpoint;
    }

    /** Distinct visible records, replaced ones included. */
    public long records() {
        return settled.size();
    }

    /** Sum of their digests modulo 2^256, as 64 hexadecimal digits. */
    public String digestSum() {
        return settled.digestSum();
    }

    /** Digest of a record by its id. */
    public String digest(String id) {
        return settled.digest(id)
                .map(HexFormat.of()::formatHex)
                .orElseThrow(() -> new IllegalArgumentException("no record '" + id + "' is visible"));
    }

    /** The row of a visible record of a type that a rule reads; empty for any other. Looks at every row. */
    public OptionalInt row(String id) {
        if (!settled.contains(id)) {
            return OptionalInt.empty();
        }
        for (int row = 0; row < starts[columns.size()]; row++) {
            if (id(row).equals(id)) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** The records of the reserved types, sorted by id. */
    public List<Evidence> reserved(String type) {
        return Collections.unmodifiableList(reserved.getOrDefault(type, List.of()));
    }

    /** First row of a type. */
    public int start(String type) {
        Integer number = typeNumbers.get(type);
        return number == null ? 0 : starts[number];
    }

    /** Row after the last one of a type. */
    public int end(String type) {
        Integer number = typeNumbers.get(type);
        return number == null ? 0 : starts[number + 1];
    }

    private int typeOf(int row) {
        int low = 0;
        int high = columns.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private TypeColumns columnsOf(int row) {
        return columns.get(typeOf(row));
    }

    private int local(int row) {
        return row - starts[typeOf(row)];
    }

    public String type(int row) {
        return columnsOf(row).type;
    }

    public String id(int row) {
        return ids[row];
    }

    public String subject(int row) {
        return dictionary.text(subjects[row]);
    }

    /** The number of the subject: equal for equal subjects, below {@link #texts}. */
    public int subjectNumber(int row) {
        return subjects[row];
    }

    /** How many different texts there are; their numbers lie below it. */
    public int texts() {
        return dictionary.size();
    }

    /** Whether a text consists of nothing but white space. */
    public boolean hasBlankText() {
        return dictionary.anyBlank();
    }

    /** The text of a number. */
    public String text(int number) {
        return dictionary.text(number);
    }

    /** The number of a text, or -1 when no visible record carries it. */
    public int number(String text) {
        return dictionary.find(text);
    }

    /** Every row of a type, in order of time. */
    public Rows rows(String type) {
        return Rows.range(start(type), end(type));
    }

    /** Every row of a type by the number of a text that it carries; empty when that was not planned, or it is no text. */
    public Optional<Runs> cluster(String type, Field by) {
        return Optional.ofNullable(clusters.get(new Cluster(type, by)));
    }

    /** Reads a field of the rows of one type as the number of its text; empty when it may be something else. */
    private Optional<Runs.KeyOfRow> keys(String type, Field field) {
        if (!field.isAttribute()) {
            return switch (field.name()) {
                case "subject" -> Optional.of(this::subjectNumber);
                case "actor" -> Optional.of(this::actorNumber);
                case "source" -> Optional.of(this::sourceNumber);
                default -> Optional.empty();
            };
        }
        Values values = values(type, field.name());
        return values == null || !values.column.isText() ? Optional.empty() : Optional.of(values::text);
    }

    /** The person behind the actor, or null. */
    public @Nullable String actor(int row) {
        return actors[row] < 0 ? null : dictionary.text(actors[row]);
    }

    /** The number of the person behind the actor, or -1. */
    public int actorNumber(int row) {
        return actors[row];
    }

    public String source(int row) {
        return dictionary.text(sources[row]);
    }

    public int sourceNumber(int row) {
        return sources[row];
    }

    public long occurred(int row) {
        return occurred[row];
    }

    public long observed(int row) {
        return observed[row];
    }

    /** Place of the first of some rows in order of time that lies at or after an instant. */
    public int firstFrom(Rows rows, long instant) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occurred[rows.at(middle)] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the records of a type came to be known in the order in which they took effect. */
    public boolean isObservedInOrder(String type) {
        for (int row = start(type) + 1, end = end(type); row < end; row++) {
            if (observed[row - 1] > observed[row]) {
                return false;
            }
        }
        return true;
    }

    /** The values of an attribute of the records of one type, or null when none was planned. */
    public @Nullable Values values(String type, String name) {
        Integer number = typeNumbers.get(type);
        if (number == null) {
            return null;
        }
        ValueColumn column = columns.get(number).attributes.get(name);
        return column == null ? null : new Values(column, starts[number]);
    }

    /** One attribute of one type, for those who read many rows. */
    public static final class Values {

        private final ValueColumn column;
        private final int start;

        private Values(ValueColumn column, int start) {
            this.column = column;
            this.start = start;
        }

        /** The value of a row of the type, or null. */
        public @Nullable Object of(int row) {
            return column.get(row - start);
        }

        /** The number of its text, or -1 when it is no text. */
        public int text(int row) {
            return column.text(row - start);
        }
    }

    /** The value of a planned attribute, or null when the record does not carry it. */
    public @Nullable Object attribute(int row, String name) {
        ValueColumn column = columnsOf(row).attributes.get(name);
        return column == null ? null : column.get(local(row));
    }

    /** The number of the text of a planned attribute, or -1 when it is no text. */
    public int textNumber(int row, String name) {
        ValueColumn column = columnsOf(row).attributes.get(name);
        return column == null ? -1 : column.text(local(row));
    }

    /** Sources of the records of some types. */
    public Set<String> sources(Set<String> types) {
        Set<String> all = new TreeSet<>();
        types.forEach(type -> all.addAll(sourcesByType.getOrDefault(type, Set.of())));
        return all;
    }

    private Set<String> sourcesOf(String type) {
        BitSet seen = new BitSet();
        int last = -1;
        for (int row = start(type), end = end(type); row < end; row++) {
            if (sources[row] != last) {
                last = sources[row];
                seen.set(last);
            }
        }
        return seen.stream().mapToObj(dictionary::text).collect(Collectors.toSet());
    }
}

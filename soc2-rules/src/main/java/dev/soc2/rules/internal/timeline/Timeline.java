package dev.soc2.rules.internal.timeline;

import dev.soc2.model.evidence.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
    private final Map<String, List<Evidence>> reserved;
    private final Map<String, byte[]> digestById;
    private final String digestSum;

    Timeline(Dictionary dictionary, Map<String, TypeColumns> ordered, List<Evidence> reserved, Settled settled) {
        this.dictionary = dictionary;
        this.reserved = reserved.stream().collect(Collectors.groupingBy(Evidence::type));
        digestById = settled.digestById();
        digestSum = settled.digestSum();
        starts = new int[ordered.size() + 1];
        ordered.forEach((type, own) -> {
            int number = columns.size();
            typeNumbers.put(type, number);
            columns.add(own);
            starts[number + 1] = starts[number] + own.size();
        });
    }

    /** Distinct visible records, replaced ones included. */
    public long records() {
        return digestById.size();
    }

    /** Sum of their digests modulo 2^256, as 64 hexadecimal digits. */
    public String digestSum() {
        return digestSum;
    }

    /** Digest of a record by its id. */
    public String digest(String id) {
        byte[] digest = digestById.get(id);
        if (digest == null) {
            throw new IllegalArgumentException("no record '" + id + "' is visible");
        }
        return HexFormat.of().formatHex(digest);
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
        return columnsOf(row).id(local(row));
    }

    public String subject(int row) {
        return dictionary.text(columnsOf(row).subject(local(row)));
    }

    /** The person behind the actor, or null. */
    public @Nullable String actor(int row) {
        int actor = columnsOf(row).actor(local(row));
        return actor < 0 ? null : dictionary.text(actor);
    }

    public String source(int row) {
        return dictionary.text(columnsOf(row).source(local(row)));
    }

    public long occurred(int row) {
        return columnsOf(row).occurred(local(row));
    }

    public long observed(int row) {
        return columnsOf(row).observed(local(row));
    }

    /** The value of a planned attribute, or null when the record does not carry it. */
    public @Nullable Object attribute(int row, String name) {
        ValueColumn column = columnsOf(row).attributes.get(name);
        return column == null ? null : column.get(local(row));
    }

    /** Sources of the records of some types. */
    public Set<String> sources(Set<String> types) {
        Set<String> sources = new TreeSet<>();
        for (String type : types) {
            Integer number = typeNumbers.get(type);
            if (number != null) {
                TypeColumns own = columns.get(number);
                for (int row = 0; row < own.size(); row++) {
                    sources.add(dictionary.text(own.source(row)));
                }
            }
        }
        return sources;
    }
}

package dev.soc2.rules.internal.timeline;

import dev.soc2.model.engagement.Identities;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of one evidence type, as columns that grow. */
final class TypeColumns {

    private static final int[] NO_INTS = {};
    private static final long[] NO_LONGS = {};

    final String type;
    final Map<String, ValueColumn> attributes = new LinkedHashMap<>();
    private final Dictionary dictionary;
    private final Set<String> accounts;
    private String[] ids = new String[16];
    private DigestColumn digests = new DigestColumn();
    private int[] subjects = new int[16];
    private int[] actors = new int[16];
    private int[] sources = new int[16];
    private long[] occurred = new long[16];
    private long[] observed = new long[16];
    private int size;

    TypeColumns(String type, Dictionary dictionary, Needs needs) {
        this.type = type;
        this.dictionary = dictionary;
        accounts = new HashSet<>();
        for (String name : needs.attributesOf(type)) {
            attributes.put(name, new ValueColumn(dictionary, 16));
            if (needs.holdsAccounts(type, name)) {
                accounts.add(name);
            }
        }
    }

    /** Some rows of other columns, in the order given. */
    private TypeColumns(TypeColumns other, int[] rows) {
        type = other.type;
        dictionary = other.dictionary;
        accounts = other.accounts;
        size = rows.length;
        ids = new String[size];
        subjects = new int[size];
        actors = new int[size];
        sources = new int[size];
        occurred = new long[size];
        observed = new long[size];
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            ids[i] = other.ids[row];
            digests.add(other.digests, row);
            subjects[i] = other.subjects[row];
            actors[i] = other.actors[row];
            sources[i] = other.sources[row];
            occurred[i] = other.occurred[row];
            observed[i] = other.observed[row];
        }
        other.attributes.forEach((name, column) -> attributes.put(name, column.picked(rows)));
    }

    /** Some of the rows, in the order given. */
    TypeColumns picked(int[] rows) {
        return new TypeColumns(this, rows);
    }

    /** Hands its columns over to those of all types, from a row on; only attributes stay here. */
    void moveTo(
            String[] allIds,
            int[] allSubjects,
            int[] allActors,
            int[] allSources,
            long[] allOccurred,
            long[] allObserved,
            int start) {
        System.arraycopy(ids, 0, allIds, start, size);
        System.arraycopy(subjects, 0, allSubjects, start, size);
        System.arraycopy(actors, 0, allActors, start, size);
        System.arraycopy(sources, 0, allSources, start, size);
        System.arraycopy(occurred, 0, allOccurred, start, size);
        System.arraycopy(observed, 0, allObserved, start, size);
        ids = new String[0];
        subjects = NO_INTS;
        actors = NO_INTS;
        sources = NO_INTS;
        occurred = NO_LONGS;
        observed = NO_LONGS;
        digests = new DigestColumn();
    }

    int size() {
        return size;
    }

    String id(int row) {
        return ids[row];
    }

    DigestColumn digests() {
        return digests;
    }

    int subject(int row) {
        return subjects[row];
    }

    int actor(int row) {
        return actors[row];
    }

    int source(int row) {
        return sources[row];
    }

    long occurred(int row) {
        return occurred[row];
    }

    long observed(int row) {
        return observed[row];
    }

    /** Order by time, ties by id. */
    int compare(int one, int other) {
        int byTime = Long.compare(occurred[one], occurred[other]);
        return byTime != 0 ? byTime : TextOrder.UTF8.compare(ids[one], ids[other]);
    }

    void add(Evidence evidence, byte[] digest, Identities identities) {
        grow();
        ids[size] = evidence.id();
        digests.add(digest);
        subjects[size] = dictionary.number(evidence.subject());
        Optional<String> actor = evidence.actor();
        actors[size] = actor.isEmpty() ? -1 : dictionary.number(identities.personOf(actor.get()));
        sources[size] = dictionary.number(evidence.source());
        occurred[size] = Nanos.of(evidence.occurredAt());
        observed[size] = Nanos.of(evidence.observedAt());
        attributes.forEach(
                (name, column) -> column.add(plain(name, evidence.attributes().get(name), identities)));
        size++;
    }

    void add(EvidenceRow row, Identities identities) {
        grow();
        ids[size] = row.id();
        digests.add(row.digest());
        subjects[size] = dictionary.number(row.subject());
        Optional<String> actor = row.actor();
        actors[size] = actor.isEmpty() ? -1 : dictionary.number(identities.personOf(actor.get()));
        sources[size] = dictionary.number(row.source());
        occurred[size] = Nanos.of(row.occurredAt());
        observed[size] = Nanos.of(row.observedAt());
        attributes.forEach(
                (name, column) -> column.add(plain(name, row.attribute(name).orElse(null), identities)));
        size++;
    }

    private @Nullable Object plain(String name, @Nullable AttributeValue value, Identities identities) {
        if (value == null) {
            return null;
        }
        return accounts.contains(name) ? persons(value.plain(), identities) : value.plain();
    }

    /** Appends a row of other columns of the same type and attributes. */
    void add(TypeColumns other, int row) {
        grow();
        ids[size] = other.ids[row];
        digests.add(other.digests, row);
        subjects[size] = dictionary.number(other.dictionary.text(other.subjects[row]));
        actors[size] = other.actors[row] < 0 ? -1 : dictionary.number(other.dictionary.text(other.actors[row]));
        sources[size] = dictionary.number(other.dictionary.text(other.sources[row]));
        occurred[size] = other.occurred[row];
        observed[size] = other.observed[row];
        attributes.forEach((name, column) -> {
            ValueColumn from = other.attributes.get(name);
            column.add(from == null ? null : from.get(row));
        });
        size++;
    }

    private void grow() {
        if (size < ids.length) {
            return;
        }
        int capacity = size + (size >> 1);
        ids = Arrays.copyOf(ids, capacity);
        subjects = Arrays.copyOf(subjects, capacity);
        actors = Arrays.copyOf(actors, capacity);
        sources = Arrays.copyOf(sources, capacity);
        occurred = Arrays.copyOf(occurred, capacity);
        observed = Arrays.copyOf(observed, capacity);
    }

    private static @Nullable Object persons(Object value, Identities identities) {
        if (value instanceof String account) {
            return identities.personOf(account);
        }
        if (value instanceof List<?> list) {
            List<Object> persons = new ArrayList<>(list.size());
            list.forEach(
                    member -> persons.add(member instanceof String account ? identities.personOf(account) : member));
            return List.copyOf(persons);
        }
        return value;
    }
}

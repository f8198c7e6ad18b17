package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.rules.internal.timeline.Nanos;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One {@code control.test} record as it can be read.
 *
 * @param id id of the record
 * @param at when the test was carried out
 * @param procedures what was done
 * @param items how many items were tested
 * @param deviations the deviations found, by name
 * @param window the time that the test speaks of
 * @param fault what is absent or contradicts itself; empty when it can be used
 */
record TestRecord(
        String id,
        long at,
        Set<TestProcedure> procedures,
        int items,
        List<String> deviations,
        Window window,
        String fault) {

    private static final int MOST_ITEMS = 100_000;

    TestRecord {
        procedures = Set.copyOf(procedures);
        deviations = List.copyOf(deviations);
    }

    /** Whether a record names a control, and a test of it when it narrows itself to one. */
    static boolean names(Evidence record, String control, String test) {
        String[] subject = record.subject().split("/", 2);
        boolean named = Narrowing.names(record, "control")
                .map(names -> names.contains(control))
                .orElse(subject[0].equals(control));
        boolean narrowed = subject.length > 1 && subject[0].equals(control);
        return named && (!narrowed || subject[1].equals(test)) && Narrowing.concerns(record, "test", test);
    }

    static TestRecord of(Evidence record, ZoneId zone) {
        List<String> faults = new ArrayList<>();
        Set<TestProcedure> procedures = procedures(record, faults);
        if (record.text("tester").filter(t -> !t.isBlank()).isEmpty()) {
            faults.add("it names no tester");
        }
        Window window = window(record, zone, faults);
        OptionalInt items = count(record, "items", faults);
        OptionalInt found = count(record, "deviations", faults);
        List<String> deviations = found.isPresent() ? deviations(record, found.getAsInt(), faults) : List.of();
        if (items.isPresent() && found.isPresent() && found.getAsInt() > items.getAsInt()) {
            faults.add("it has more deviations than items");
        }
        return new TestRecord(
                record.id(),
                Nanos.of(record.occurredAt()),
                procedures,
                items.orElse(0),
                deviations,
                window,
                faults.isEmpty() ? "" : String.join("; ", faults));
    }

    boolean isInquiryOnly() {
        return procedures.equals(Set.of(TestProcedure.INQUIRY));
    }

    private static Set<TestProcedure> procedures(Evidence record, List<String> faults) {
        Set<TestProcedure> procedures = EnumSet.noneOf(TestProcedure.class);
        for (String word : Narrowing.names(record, "procedures").orElse(Set.of())) {
            String name = word.strip().toUpperCase(Locale.ROOT);
            Stream.of(TestProcedure.values())
                    .filter(procedure -> procedure.name().equals(name))
                    .forEach(procedures::add);
        }
        if (procedures.isEmpty()) {
            faults.add("it names no procedure: INQUIRY, OBSERVATION, INSPECTION or REPERFORMANCE");
        }
        return procedures;
    }

    private static Window window(Evidence record, ZoneId zone, List<String> faults) {
        OptionalLong from = Instants.read(plain(record, "from"), zone, false);
        OptionalLong to = Instants.readEnd(plain(record, "to"), zone);
        if (from.isEmpty() || to.isEmpty() || to.getAsLong() <= from.getAsLong()) {
            faults.add("it does not say which time it covers (from, to)");
            return new Window(0, 0);
        }
        return new Window(from.getAsLong(), to.getAsLong());
    }

    private static Object plain(Evidence record, String name) {
        return record.attribute(name).map(AttributeValue::plain).orElse("");
    }

    private static OptionalInt count(Evidence record, String name, List<String> faults) {
        Object value = plain(record, name);
        if (value instanceof Long number && number >= 0 && number <= MOST_ITEMS) {
            return OptionalInt.of(number.intValue());
        }
        faults.add("its " + name + " are no number from 0 to " + MOST_ITEMS);
        return OptionalInt.empty();
    }

    /** The deviations by the names that the record gives them, or numbered. */
    private static List<String> deviations(Evidence record, int count, List<String> faults) {
        Optional<AttributeValue> named = record.attribute("deviatingItems");
        if (named.isEmpty()) {
            return Stream.iterate(1, i -> i + 1)
                    .limit(count)
                    .map(i -> "deviation " + i)
                    .toList();
        }
        List<String> names = named.get().plain() instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
        if (names.size() != count || new HashSet<>(names).size() != count) {
            faults.add("its deviatingItems are not as many as its deviations");
            return List.of();
        }
        return names;
    }
}

package dev.soc2.rules.oracle.a;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.internal.pack.PackDocuments;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;

/** Lets the engine and an oracle look at one case, and makes a case that divides them small. */
final class OracleComparison {

    private static final String PACK = """
            pack: oracle
            version: 1.0.0
            license: Apache-2.0
            criteria: tsc-2017-rev-2022
            controls:
              - id: ONE
                title: The control under test
                criteria: [CC6.1]
                nature: DETECTIVE
                execution: MANUAL
                frequency: EVENT
                tests:
                  - {id: T1, procedure: INSPECTION, rule: %s}
            """;

    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            "us",
            OracleCase.ZONE,
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            OracleClock.HOLIDAYS);

    /** Cases for each try of a property: one, or twenty in the profile `deep`. */
    static final int ROUNDS = Boolean.getBoolean("soc2.deep") ? 20 : 1;

    private OracleComparison() {}

    static List<OracleItem> engine(OracleCase c) {
        return items(test(c));
    }

    static List<OracleItem> items(TestResult test) {
        return test.items().stream()
                .map(i -> new OracleItem(i.id(), i.outcome().name(), i.reason().name()))
                .toList();
    }

    /** The result of the one test. */
    static TestResult test(OracleCase c) {
        Engagement engagement = Engagement.typeII("oracle", "Oracle")
                .period(c.from(), c.to(), OracleCase.ZONE)
                .asOf(c.asOf())
                .assurance(c.strict() ? AssuranceLevel.STRICT : AssuranceLevel.STANDARD)
                .calendar(CALENDAR)
                .build();
        byte[] pack = PACK.replace("%s", c.rule()).getBytes(StandardCharsets.UTF_8);
        return Assessor.with(PackDocuments.read("oracle.yaml", pack))
                .keepingConformingItems()
                .assess(engagement, (query, sink) -> c.facts().forEach(f -> sink.accept(f.toEvidence())))
                .control("ONE")
                .test("T1")
                .orElseThrow();
    }

    /** Draws the cases of one try, and fails with the smallest part of the first one that divides the two. */
    static void agree(OracleKind kind, long seed) {
        for (int round = 0; round < ROUNDS; round++) {
            OracleCase drawn = kind.draw(new OracleDice(seed * 31 + round));
            if (!difference(kind, drawn).isEmpty()) {
                OracleCase small = shrink(kind, drawn);
                Assertions.fail(small.describe() + "\n" + String.join("\n", difference(kind, small)));
            }
        }
    }

    static OracleCase shrink(OracleKind kind, OracleCase drawn) {
        OracleCase small = drawn;
        for (boolean smaller = true; smaller; ) {
            smaller = false;
            for (OracleFact fact : small.facts()) {
                List<OracleFact> fewer = new ArrayList<>(small.facts());
                fewer.remove(fact);
                OracleCase without = small.withFacts(fewer);
                if (!difference(kind, without).isEmpty()) {
                    small = without;
                    smaller = true;
                    break;
                }
            }
        }
        return small;
    }

    /** Each item on which the two differ, in a line. */
    static List<String> difference(OracleKind kind, OracleCase c) {
        Map<String, List<OracleItem>> expected = byId(kind.items(c));
        Map<String, List<OracleItem>> actual = byId(kind.found(c));
        List<String> lines = new ArrayList<>();
        expected.forEach((id, items) -> {
            List<OracleItem> found = actual.getOrDefault(id, List.of());
            boolean same = found.size() == items.size();
            for (int i = 0; same && i < items.size(); i++) {
                same = items.get(i).agrees(found.get(i));
            }
            if (!same) {
                lines.add("oracle " + items + ", engine " + found);
            }
        });
        actual.forEach((id, items) -> {
            if (!expected.containsKey(id)) {
                lines.add("oracle nothing, engine " + items);
            }
        });
        return lines;
    }

    private static Map<String, List<OracleItem>> byId(List<OracleItem> items) {
        Map<String, List<OracleItem>> byId = new TreeMap<>();
        items.stream()
                .sorted(Comparator.comparing(OracleItem::outcome).thenComparing(OracleItem::reason))
                .forEach(i ->
                        byId.computeIfAbsent(i.id(), id -> new ArrayList<>()).add(i));
        return byId;
    }

    /** How often each outcome with its reason comes up among the first cases. */
    static Map<String, Integer> tally(OracleKind kind, int cases) {
        Map<String, Integer> tally = new TreeMap<>();
        for (int seed = 0; seed < cases; seed++) {
            for (OracleItem item : kind.items(kind.draw(new OracleDice(seed)))) {
                tally.merge(item.outcome() + " " + item.reason(), 1, Integer::sum);
            }
        }
        return tally;
    }
}

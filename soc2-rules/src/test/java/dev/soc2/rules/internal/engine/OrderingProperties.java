package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ItemResult;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.internal.timeline.EvidenceState;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** ORDERING against the definition: every choice of records is tried, and each constraint looked at for itself. */
class OrderingProperties {

    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    private static final Duration TICK = Duration.ofHours(6);
    private static final List<String> STEPS = List.of("tested", "approved", "merged", "deployed");
    private static final Map<String, String> WITHDRAWN = Map.of("approved", "withdrawn", "merged", "reverted");

    private static final RulePack PACK = PackDocuments.read("ordering.yaml", """
            pack: ordering
            version: 1.0.0
            license: Apache-2.0
            criteria: tsc-2017-rev-2022
            controls:
              - id: ORD-01
                title: Changes are tested, approved and merged before they are deployed
                criteria: [CC8.1]
                nature: PREVENTIVE
                execution: MANUAL
                frequency: EVENT
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule:
                      kind: ORDERING
                      item: {type: acme.deployed}
                      steps:
                        - {name: tested, of: {type: acme.tested}, match: [subject], at: attributes.at}
                        - {name: approved, of: {type: acme.approved, where: "attributes.state == 'OK'"}, match: [subject], withdrawn: {type: acme.withdrawn}}
                        - {name: merged, of: {type: acme.merged}, match: [subject], withdrawn: {type: acme.reverted}, at: attributes.at}
                        - {name: deployed, of: {type: acme.deployed}, match: [subject]}
                      distinct: [[merged.attributes.authors, approved.actor], [tested.actor, merged.actor], [item.actor, tested.actor]]
                      sameRevision: attributes.revision
                      clockSkew: PT6H
            """.getBytes(StandardCharsets.UTF_8));

    private static final Engagement YEAR = Engagement.typeII("laws", "Laws")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
            .asOf(Instant.parse("2026-01-20T00:00:00Z"))
            .build();

    private static Map<String, String> outcomes(List<Evidence> records) {
        Plan plan = new Plan(
                YEAR,
                CriteriaDocument.builtIn(),
                List.of(PACK),
                List.of(),
                Optional.empty(),
                YEAR.asOf().orElseThrow());
        EvidenceState state = plan.newState();
        records.forEach(state::add);
        Map<String, String> outcomes = new TreeMap<>();
        for (ItemResult item : Conclusion.of(plan, state.freeze(), List.of(), (result, done, of) -> {}, true)
                .control("ORD-01")
                .test("T1")
                .orElseThrow()
                .items()) {
            outcomes.put(
                    item.id(), item.outcome() + (item.outcome().name().equals("DEVIATION") ? " " + item.reason() : ""));
        }
        return outcomes;
    }

    private record Draft(int type, int tick, int source, int actor, int revision, int kind, int authors) {

        Draft of(int other) {
            return new Draft(other, tick / 2, source, actor, revision, kind, authors);
        }

        Evidence named(String id) {
            List<String> types = List.of(
                    "tested",
                    "approved",
                    "merged",
                    "deployed",
                    "tested",
                    "approved",
                    "merged",
                    "withdrawn",
                    "reverted");
            String name = types.get(type);
            Instant at = START.plus(TICK.multipliedBy(tick));
            EvidenceBuilder record = Evidence.of(id, "acme." + name, "C1", at, "s" + source);
            if (actor > 0) {
                record.actor("p" + actor);
            }
            if (revision > 0) {
                record.with("revision", "r" + revision);
            }
            if (kind > 0) {
                record.with("state", "OK");
            }
            switch (kind) {
                case 0 -> {}
                case 1 ->
                    record.with("at", at.atOffset(ZoneOffset.UTC).toLocalDate().toString());
                default -> record.with("at", at.toString());
            }
            if (authors > 0) {
                record.with(
                        "authors", AttributeValue.texts(authors > 3 ? List.of("p1", "p2") : List.of("p" + authors)));
            }
            return record.build();
        }
    }

    @Provide
    Arbitrary<List<Evidence>> records() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(4, 1), Tuple.of(4, 2), Tuple.of(4, 3)),
                        Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(10, 1), Tuple.of(3, 2)),
                        Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(2, 1), Tuple.of(8, 2)),
                        Arbitraries.integers().between(0, 4))
                .as(Draft::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(12)
                .map(drafts -> {
                    List<Evidence> records = new ArrayList<>();
                    records.add(new Draft(3, 5, 0, 3, 1, 2, 1).named("d"));
                    for (int i = 0; i < drafts.size(); i++) {
                        // One record of each step, so that most items have a choice to look for.
                        records.add((i < 3 ? drafts.get(i).of(i) : drafts.get(i)).named("r" + i));
                    }
                    return records;
                });
    }

    @Property(seed = "20251122", tries = 3_000)
    void isWhatTryingEveryChoiceSays(@ForAll("records") List<Evidence> records) {
        Map<String, String> expected = new TreeMap<>();
        records.stream()
                .filter(r -> r.type().equals("acme.deployed"))
                .forEach(item -> expected.put(item.id(), new Definition(records, item).outcome()));

        assertThat(outcomes(records)).isEqualTo(expected);
    }

    @Property(seed = "20251122", tries = 300)
    void theOrderOfRecordsDoesNotMatter(@ForAll("records") List<Evidence> records, @ForAll Random random) {
        List<Evidence> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);

        assertThat(outcomes(shuffled)).isEqualTo(outcomes(records));
    }

    /** What must hold of a choice, in the order in which it is asked. */
    private enum Constraint {
        ORDER("OUT_OF_ORDER"),
        IN_FORCE("STEP_MISSING"),
        REVISION("STALE_APPROVAL"),
        DISTINCT("SELF_APPROVAL");

        private final String reason;

        Constraint(String reason) {
            this.reason = reason;
        }
    }

    private enum Holds {
        YES,
        UNKNOWN,
        NO;

        Holds and(Holds other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** The definition, written for one item without any thought of speed. */
    private record Definition(List<Evidence> records, Evidence item) {

        String outcome() {
            List<List<Evidence>> choices = choices();
            if (choices.isEmpty()) {
                return "DEVIATION STEP_MISSING";
            }
            if (choices.stream().anyMatch(c -> all(c, Constraint.values().length) == Holds.YES)) {
                return "CONFORMING";
            }
            int asked = 0;
            for (Constraint constraint : Constraint.values()) {
                asked++;
                int upTo = asked;
                if (choices.stream().allMatch(c -> all(c, upTo) == Holds.NO)) {
                    return "DEVIATION " + constraint.reason;
                }
            }
            return "UNDETERMINED";
        }

        private List<List<Evidence>> choices() {
            List<List<Evidence>> choices = List.of(List.of());
            for (String step : STEPS) {
                List<List<Evidence>> longer = new ArrayList<>();
                for (List<Evidence> choice : choices) {
                    for (Evidence one : step.equals("deployed") ? List.of(item) : of(step)) {
                        List<Evidence> next = new ArrayList<>(choice);
                        next.add(one);
                        longer.add(next);
                    }
                }
                choices = longer;
            }
            return choices;
        }

        private List<Evidence> of(String type) {
            return records.stream().filter(r -> r.type().equals("acme." + type)).toList();
        }

        private static final List<Constraint> CONSTRAINTS = List.of(Constraint.values());

        private Holds all(List<Evidence> choice, int asked) {
            // An approval without a state may be none.
            Holds holds = choice.get(1).attribute("state").isPresent() ? Holds.YES : Holds.UNKNOWN;
            for (int i = 0; i < asked; i++) {
                holds = holds.and(
                        switch (CONSTRAINTS.get(i)) {
                            case ORDER -> order(choice);
                            case IN_FORCE -> inForce(choice);
                            case REVISION -> revision(choice);
                            case DISTINCT -> distinct(choice);
                        });
            }
            return holds;
        }

        private static Instant first(Evidence one, int step) {
            if (step == 1 || step == 3) {
                return one.occurredAt();
            }
            return one.text("at")
                    .map(t -> t.length() == 10
                            ? LocalDate.parse(t).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(t))
                    .orElse(Instant.parse("1700-01-01T00:00:00Z"));
        }

        private static Instant last(Evidence one, int step) {
            if (step == 1 || step == 3) {
                return one.occurredAt();
            }
            return one.text("at")
                    .map(t -> t.length() == 10
                            ? LocalDate.parse(t)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .minusNanos(1)
                            : Instant.parse(t))
                    .orElse(Instant.parse("2250-01-01T00:00:00Z"));
        }

        private Holds order(List<Evidence> choice) {
            Holds holds = Holds.YES;
            for (int i = 0; i < 3; i++) {
                Evidence one = choice.get(i);
                Evidence next = choice.get(i + 1);
                Duration skew = one.source().equals(next.source()) ? Duration.ZERO : Duration.ofHours(6);
                boolean surely = !last(one, i).isAfter(first(next, i + 1).plus(skew));
                boolean never = first(one, i).isAfter(last(next, i + 1).plus(skew));
                holds = holds.and(surely ? Holds.YES : never ? Holds.NO : Holds.UNKNOWN);
            }
            return holds;
        }

        private Holds inForce(List<Evidence> choice) {
            Holds holds = Holds.YES;
            for (int i = 1; i < 3; i++) {
                Evidence one = choice.get(i);
                Evidence next = choice.get(i + 1);
                for (Evidence w : of(WITHDRAWN.get(STEPS.get(i)))) {
                    Instant at = w.occurredAt();
                    boolean surely = !at.isBefore(last(one, i)) && !at.isAfter(first(next, i + 1));
                    boolean never = at.isBefore(first(one, i)) || at.isAfter(last(next, i + 1));
                    holds = holds.and(surely ? Holds.NO : never ? Holds.YES : Holds.UNKNOWN);
                }
            }
            return holds;
        }

        private Holds revision(List<Evidence> choice) {
            Holds holds = Holds.YES;
            for (Evidence one : choice) {
                Optional<String> own = one.text("revision");
                Optional<String> asked = item.text("revision");
                holds = holds.and(
                        own.isEmpty() || asked.isEmpty() ? Holds.UNKNOWN : own.equals(asked) ? Holds.YES : Holds.NO);
            }
            return holds;
        }

        private Holds distinct(List<Evidence> choice) {
            return differ(authors(choice.get(2)), actor(choice.get(1)))
                    .and(differ(actor(choice.get(0)), actor(choice.get(2))))
                    .and(differ(actor(item), actor(choice.get(0))));
        }

        private static List<String> actor(Evidence one) {
            return one.actor().map(List::of).orElse(List.of());
        }

        private static List<String> authors(Evidence one) {
            return one.attribute("authors")
                    .map(v ->
                            ((List<?>) v.plain()).stream().map(String::valueOf).toList())
                    .orElse(List.of());
        }

        private static Holds differ(List<String> one, List<String> other) {
            return one.isEmpty() || other.isEmpty()
                    ? Holds.UNKNOWN
                    : one.stream().anyMatch(other::contains) ? Holds.NO : Holds.YES;
        }
    }
}

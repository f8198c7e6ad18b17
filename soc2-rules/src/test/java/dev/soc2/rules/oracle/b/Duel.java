package dev.soc2.rules.oracle.b;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.internal.pack.PackDocuments;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The engine and the oracle on one case. */
record Duel(Law law, World world) {

    private static final String PACK = """
            pack: one
            version: 1.0.0
            license: Apache-2.0
            criteria: tsc-2017-rev-2022
            vocabulary:
              o.item: {ok: bool, mine: bool, role: string, revision: string, emergency: bool, authors: list, doneOn: any, system: string, v: int, n: int, u: int, to: any}
              o.one: {ok: bool, mine: bool, role: string, revision: string, authors: list, doneOn: any, system: string}
              o.two: {ok: bool, mine: bool, role: string, revision: string, authors: list, doneOn: any, system: string}
              o.gone: {mine: bool}
            controls:
              - id: ONE
                title: One rule
                criteria: [CC6.2]
                nature: DETECTIVE
                execution: MANUAL
                frequency: EVENT
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: %s
            """;

    /** How many cases one try stands for: with 500 tries, 10,000 in the profile `deep`. */
    static int cases() {
        return Boolean.getBoolean("soc2.deep") ? 20 : 1;
    }

    private Engagement engagement() {
        return Engagement.typeII("duel", "Duel")
                .period(world.first(), world.last(), world.zone())
                .asOf(world.asOf())
                .assurance(world.strict() ? AssuranceLevel.STRICT : AssuranceLevel.STANDARD)
                .deviationPolicy(
                        switch (world.policy()) {
                            case CENSUS -> new DeviationPolicy.Census();
                            case STRICT -> new DeviationPolicy.Strict();
                            case TENTH -> new DeviationPolicy.Tolerance(new BigDecimal("0.1"));
                        })
                .build();
    }

    TestResult engine() {
        byte[] pack = PACK.replace("%s", law.yaml()).getBytes(StandardCharsets.UTF_8);
        return Assessor.with(PackDocuments.read("one.yaml", pack))
                .keepingConformingItems()
                .assess(engagement(), (query, sink) -> world.all().forEach(r -> sink.accept(r.evidence())))
                .control(World.CONTROL)
                .test("T1")
                .orElseThrow();
    }

    /** Where the two differ, one line each; empty when they agree. */
    List<String> differences(TestResult engine) {
        List<Found> items = law.items(world);
        Map<String, Found> expected = new TreeMap<>();
        items.forEach(i -> expected.put(i.id(), i));
        Map<String, ItemResult> actual = new TreeMap<>();
        engine.items().stream().filter(i -> !law.ignores(i)).forEach(i -> actual.put(i.id(), i));
        List<String> differences = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(expected.keySet());
        ids.addAll(actual.keySet());
        for (String id : ids) {
            Optional<Found> one = Optional.ofNullable(expected.get(id));
            Optional<ItemResult> other = Optional.ofNullable(actual.get(id));
            boolean same = one.isPresent()
                    && other.isPresent()
                    && one.get().outcome() == other.get().outcome()
                    && one.get().reasons().contains(other.get().reason());
            if (!same) {
                differences.add(id + ": oracle "
                        + one.map(o -> o.outcome() + " " + o.reasons()).orElse("nothing") + ", engine "
                        + other.map(o -> o.outcome() + " " + o.reason() + " '" + o.detail() + "'")
                                .orElse("nothing"));
            }
        }
        IpeStatus ipe = Proof.of(world, law.population());
        if (ipe != engine.population().ipe()) {
            differences.add(
                    "proof: oracle " + ipe + ", engine " + engine.population().ipe());
        }
        var conclusion = law.conclude(world, ipe, items);
        if (conclusion != engine.conclusion()) {
            differences.add(
                    "conclusion: oracle " + conclusion + ", engine " + engine.conclusion() + " " + engine.reasons());
        }
        differences.addAll(law.more(world, engine));
        return differences;
    }

    /** Fails with the smallest case that can be made by leaving records out. */
    TestResult fight() {
        TestResult engine = engine();
        List<String> differences = differences(engine);
        if (!differences.isEmpty()) {
            Duel small = smaller();
            List<String> left = small.differences(small.engine());
            assertThat(left.isEmpty() ? differences : left).as(small.toString()).isEmpty();
        }
        return engine;
    }

    private Duel smaller() {
        for (Rec record : world.all()) {
            Duel less = new Duel(law, world.without(record));
            if (!less.differences(less.engine()).isEmpty()) {
                return less.smaller();
            }
        }
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("\nrule ").append(law.yaml());
        text.append("\n")
                .append(world.first())
                .append(" to ")
                .append(world.last())
                .append(" ")
                .append(world.zone());
        text.append(" asOf ").append(world.asOf()).append(" strict ").append(world.strict());
        text.append(" policy ").append(world.policy());
        world.all().forEach(r -> text.append("\n  ").append(r));
        return text.append("\n").toString();
    }
}

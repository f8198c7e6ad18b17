package dev.soc2.rules.scenario;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Everything that can be spoiled in the evidence of a scenario, one thing at a time and one kind after the other. */
final class Mutants implements Iterator<Mutant> {

    /** So many are tried before anything is put in from outside, for spoiling what is there says more. */
    private static final int PATIENCE = 500;

    private static final List<Period> DELAYS = List.of(Period.ofDays(1), Period.ofYears(1));

    private final Material material;
    private final OtherValues values;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Deque<Iterator<Mutant>> turns = new ArrayDeque<>();
    private final Deque<Iterator<Mutant>> late = new ArrayDeque<>();
    private int taken;

    Mutants(Material material) {
        this.material = material;
        this.values = new OtherValues(material.records(), material.literals());
        material.records().forEach(record -> ids.add(record.id()));
        List.of(dropped(), delayed(), flipped(), swapped(), removed()).forEach(kind -> turns.add(kind.iterator()));
        List.of(added(), cut()).forEach(kind -> late.add(kind.iterator()));
    }

    @Override
    public boolean hasNext() {
        drain();
        if (turns.isEmpty() || taken >= PATIENCE) {
            turns.addAll(late);
            late.clear();
            drain();
        }
        return !turns.isEmpty();
    }

    private void drain() {
        turns.removeIf(kind -> !kind.hasNext());
    }

    @Override
    public Mutant next() {
        if (!hasNext()) {
            throw new NoSuchElementException("everything has been spoiled");
        }
        Iterator<Mutant> kind = turns.remove();
        turns.add(kind);
        taken++;
        return kind.next();
    }

    private Stream<Mutant> dropped() {
        return material.records().stream().map(Mutant::dropped);
    }

    private Stream<Mutant> delayed() {
        return material.records().stream()
                .flatMap(record -> Stream.concat(
                        DELAYS.stream().flatMap(delay -> later(record, delay).stream()),
                        eachAttribute(record, this::laterAttribute)));
    }

    private static Optional<Mutant> later(Evidence record, Period delay) {
        Duration exact = Duration.ofDays(delay.getYears() * 365L + delay.getDays());
        return Changed.later(record, exact)
                .map(changed -> Mutant.changed(
                        MutationKind.DELAY,
                        record,
                        changed,
                        "occurredAt: " + record.occurredAt() + " -> " + changed.occurredAt()));
    }

    private Stream<Mutant> laterAttribute(Evidence record, String name) {
        return record.text(name).stream()
                .flatMap(text -> DELAYS.stream().flatMap(delay -> LaterText.of(text, delay).stream()))
                .map(text -> with(MutationKind.DELAY, record, name, AttributeValue.of(text)));
    }

    private Stream<Mutant> flipped() {
        return material.records().stream()
                .flatMap(record -> eachAttribute(
                        record,
                        (r, name) -> values.of(r, name, value(r, name)).stream()
                                .map(other -> with(MutationKind.FLIP, r, name, other))));
    }

    private Stream<Mutant> swapped() {
        return material.records().stream()
                .flatMap(record -> values.actors(record).stream()
                        .map(actor -> Mutant.changed(
                                MutationKind.SWAP_ACTOR,
                                record,
                                Changed.actor(record, Optional.of(actor)),
                                "actor: " + record.actor().orElse("none") + " -> " + actor)));
    }

    private Stream<Mutant> removed() {
        return material.records().stream()
                .flatMap(record -> Stream.concat(
                        eachAttribute(
                                record,
                                (r, name) -> Stream.of(Mutant.changed(
                                        MutationKind.REMOVE,
                                        r,
                                        Changed.without(r, name),
                                        "attributes." + name + ": " + shown(value(r, name)) + " -> none"))),
                        record.actor().stream()
                                .map(actor -> Mutant.changed(
                                        MutationKind.REMOVE,
                                        record,
                                        Changed.actor(record, Optional.empty()),
                                        "actor: " + actor + " -> none"))));
    }

    private Stream<Mutant> added() {
        Stream<Mutant> bare = material.itemTypes().stream().flatMap(this::bare);
        Stream<Mutant> strange = material.strangers().stream()
                .map(record -> Mutant.added(
                        MutationKind.ADD,
                        Changed.id(
                                isInside(record) ? record : Changed.at(record, material.within()), fresh(record.id())),
                        record.type() + " of another scenario"));
        Stream<Mutant> again = material.records().stream()
                .filter(record -> !EvidenceTypes.RESERVED.contains(record.type()))
                .map(record -> Mutant.added(
                        MutationKind.ADD, Changed.id(record, fresh(record.id())), record.id() + " once more"));
        return Stream.of(bare, strange, again).flatMap(added -> added);
    }

    private Stream<Mutant> bare(String type) {
        List<Evidence> alike = material.records().stream()
                .filter(record -> record.type().equals(type))
                .toList();
        Set<String> sources = new LinkedHashSet<>(material.literals().sources());
        alike.forEach(record -> sources.add(record.source()));
        String subject = alike.isEmpty() ? OtherValues.NOBODY : alike.get(0).subject();
        return (sources.isEmpty() ? Stream.of(OtherValues.NOBODY) : sources.stream())
                .map(source -> Mutant.added(
                        MutationKind.ADD,
                        Evidence.of(fresh(type), type, subject, material.within(), source)
                                .build(),
                        "a bare " + type + " from " + source));
    }

    private boolean isInside(Evidence record) {
        return !record.occurredAt().isBefore(material.from())
                && record.occurredAt().isBefore(material.to())
                && !record.recordedAt().isAfter(material.latest());
    }

    private Stream<Mutant> cut() {
        Set<String> sources = new LinkedHashSet<>();
        material.records().forEach(record -> sources.add(record.source()));
        sources.addAll(material.literals().sources());
        return sources.stream()
                .map(source -> Mutant.added(
                        MutationKind.CUT_COVERAGE,
                        Evidence.of(
                                        fresh("cut-" + source),
                                        EvidenceTypes.SOURCE_COVERAGE,
                                        source,
                                        material.within(),
                                        OtherValues.NOBODY)
                                .with("source", source)
                                .with("from", material.from().toString())
                                .with("to", material.to().toString())
                                .with("status", "DOWN")
                                .build(),
                        source + " is down from " + material.from() + " to " + material.to()));
    }

    private Stream<Mutant> eachAttribute(Evidence record, BiFunction<Evidence, String, Stream<Mutant>> each) {
        return record.attributes().keySet().stream()
                .filter(name -> material.reads(record.type(), name))
                .flatMap(name -> each.apply(record, name));
    }

    private static Mutant with(MutationKind kind, Evidence record, String name, AttributeValue value) {
        return Mutant.changed(
                kind,
                record,
                Changed.attribute(record, name, value),
                "attributes." + name + ": " + shown(value(record, name)) + " -> " + shown(value));
    }

    private static AttributeValue value(Evidence record, String name) {
        return record.attribute(name).orElseThrow();
    }

    private static String shown(AttributeValue value) {
        Object plain = value.plain();
        String text = plain instanceof Map<?, ?> map && map.isEmpty() ? "{}" : String.valueOf(plain);
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "...";
    }

    /** An id that no record has yet. */
    private String fresh(String id) {
        String base = "added-" + (id.length() <= 900 ? id : id.substring(0, 900));
        String free = base;
        for (int i = 2; ids.contains(free); i++) {
            free = base + "-" + i;
        }
        return free;
    }
}

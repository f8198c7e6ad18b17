package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Cardinality;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The two populations of a COMPLETENESS rule, tied together by key over all visible time. */
final class Pairs {

    /**
     * A left-hand member: a record, or a record crossed with another of the same subject.
     *
     * @param number its place among the members
     * @param id id of the item
     * @param row row of the left-hand record, or {@link #NO_ROW}
     * @param key its key, or empty when a field is absent
     * @param at when the left-hand record took effect
     * @param due the last instant for a match; {@link Nanos#NONE} without a limit
     * @param evidence ids of the records it is made of
     * @param doubt why it cannot be said whether it is a member at all
     */
    record Left(
            int number,
            String id,
            int row,
            Optional<List<String>> key,
            long at,
            long due,
            List<String> evidence,
            Optional<Reason> doubt) {
        Left {
            evidence = List.copyOf(evidence);
        }
    }

    /** Stands for the row of a member that is no record. */
    static final int NO_ROW = -1;

    private final Timeline timeline;
    private final CompletenessRule rule;
    private final List<Left> lefts = new ArrayList<>();
    private final Map<List<String>, List<Integer>> rights;
    private final Map<List<String>, List<Integer>> doubtful;
    private final List<Integer> allRights;
    private final Map<Integer, Integer> rightByLeft = new HashMap<>();
    private final Set<Integer> served = new HashSet<>();

    private Pairs(Evaluation evaluation, CompletenessRule rule, Keys keys) {
        this.timeline = evaluation.timeline;
        this.rule = rule;
        List<Field> fields = rule.match().stream().map(MatchField::right).toList();
        Picked right = evaluation.scene.pick(rule.right());
        allRights = right.rows();
        rights = keys.index(right.rows(), fields);
        doubtful = keys.index(right.doubtful(), fields);
    }

    static Pairs of(Evaluation evaluation, CompletenessRule rule) {
        Keys keys = new Keys(evaluation.scene, rule.normalize());
        Pairs pairs = new Pairs(evaluation, rule, keys);
        pairs.collectLefts(evaluation, keys);
        pairs.match();
        return pairs;
    }

    private void collectLefts(Evaluation evaluation, Keys keys) {
        Clock clock = new Clock(evaluation.zone(), Optional.empty());
        List<Field> fields = rule.match().stream().map(MatchField::left).toList();
        Optional<Crossing> crossing = rule.cross().map(cross -> new Crossing(evaluation, cross, keys, fields));
        for (String member : rule.members()) {
            lefts.add(new Left(
                    lefts.size(),
                    member,
                    NO_ROW,
                    Optional.of(List.of(keys.normalized(member))),
                    evaluation.window.from(),
                    Nanos.NONE,
                    List.of(),
                    Optional.empty()));
        }
        for (int row : evaluation.scene.pick(rule.left()).rows()) {
            long at = timeline.occurred(row);
            long due = rule.within().map(w -> clock.plus(at, w)).orElse(Nanos.NONE);
            String id = timeline.id(row);
            if (crossing.isEmpty()) {
                lefts.add(
                        new Left(lefts.size(), id, row, keys.of(row, fields), at, due, List.of(id), Optional.empty()));
                continue;
            }
            for (Crossing.Partner partner : crossing.get().partnersOf(row)) {
                List<String> records =
                        Stream.concat(Stream.of(id), partner.id().stream()).toList();
                lefts.add(new Left(
                        lefts.size(),
                        String.join(" ", records),
                        row,
                        partner.key(),
                        at,
                        due,
                        records,
                        partner.doubt()));
            }
        }
    }

    private void match() {
        Map<List<String>, List<Left>> byKey = new HashMap<>();
        lefts.forEach(left -> left.key()
                .ifPresent(key ->
                        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(left)));
        byKey.forEach((key, own) -> {
            List<Integer> candidates = rights.getOrDefault(key, List.of());
            if (rule.cardinality() == Cardinality.ONE_TO_ONE) {
                matchOnce(own, candidates);
            } else {
                matchShared(own, candidates);
            }
        });
    }

    private void matchOnce(List<Left> own, List<Integer> candidates) {
        boolean limited = rule.within().isPresent();
        Matching.match(
                        own.stream()
                                .map(l -> limited
                                        ? new Matching.Demand(l.number(), l.at(), l.due())
                                        : new Matching.Demand(l.number(), Nanos.NONE, Nanos.FOREVER))
                                .toList(),
                        candidates.stream()
                                .map(row -> new Matching.Supply(row, timeline.occurred(row)))
                                .toList())
                .forEach((left, row) -> {
                    rightByLeft.put(left, row);
                    served.add(row);
                });
    }

    private void matchShared(List<Left> own, List<Integer> candidates) {
        for (Left left : own) {
            candidates.stream()
                    .filter(row -> rule.within().isEmpty() || timeline.occurred(row) >= left.at())
                    .findFirst()
                    .ifPresent(row -> rightByLeft.put(left.number(), row));
        }
        // Shared answers are no orphans as soon as anybody on the left has their key.
        served.addAll(candidates);
    }

    List<Left> lefts() {
        return List.copyOf(lefts);
    }

    Optional<Integer> matchOf(Left left) {
        return Optional.ofNullable(rightByLeft.get(left.number()));
    }

    /** Every right-hand record of the key of a left one, in order of time. */
    List<Integer> rightsOf(Left left) {
        return left.key().map(key -> rights.getOrDefault(key, List.of())).orElse(List.of());
    }

    /** Every right-hand record of the same key of which the selector cannot say whether it counts. */
    List<Integer> doubtsOf(Left left) {
        return left.key().map(key -> doubtful.getOrDefault(key, List.of())).orElse(List.of());
    }

    /** A right-hand record of the same key of which the selector cannot say whether it counts. */
    Optional<Integer> doubtfulOf(Left left) {
        return left.key()
                .flatMap(key -> doubtful.getOrDefault(key, List.of()).stream()
                        .filter(row -> rule.within().isEmpty() || timeline.occurred(row) >= left.at())
                        .findFirst());
    }

    /** Right-hand records that serve nobody. */
    List<Integer> orphans() {
        return allRights.stream().filter(row -> !served.contains(row)).toList();
    }
}

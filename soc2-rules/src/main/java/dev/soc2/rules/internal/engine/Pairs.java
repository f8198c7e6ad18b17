package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Rows;
import dev.soc2.rules.internal.timeline.Runs;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Cardinality;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two populations of a COMPLETENESS rule, tied together by key over all visible time. */
final class Pairs {

    /**
     * A left-hand member: a record, or a record crossed with another of the same subject.
     *
     * @param number its place among the members
     * @param member its name when it is no record; else empty
     * @param row row of the left-hand record, or {@link #NO_ROW}
     * @param partner row of the record that it is crossed with, or {@link #NO_ROW}
     * @param key number of its key, or -1 when a field is absent
     * @param at when the left-hand record took effect
     * @param due the last instant for a match; {@link Nanos#NONE} without a limit
     * @param doubt why it cannot be said whether it is a member at all
     */
    record Left(int number, String member, int row, int partner, int key, long at, long due, Optional<Reason> doubt) {

        boolean hasKey() {
            return key >= 0;
        }
    }

    /** Stands for the row of a member that is no record, and of a match that is not there. */
    static final int NO_ROW = -1;

    private final Timeline timeline;
    private final CompletenessRule rule;
    private final List<Left> lefts = new ArrayList<>();
    private final Found rights;
    private final Rows allRights;
    private int[] rightByLeft = {};
    private final BitSet served = new BitSet();

    private Pairs(Evaluation evaluation, CompletenessRule rule) {
        this.timeline = evaluation.timeline;
        this.rule = rule;
        List<Field> fields = rule.match().stream().map(MatchField::right).toList();
        allRights = evaluation.scene.pick(rule.right()).rows();
        rights = evaluation.scene.find(rule.right(), fields, rule.normalize());
    }

    static Pairs of(Evaluation evaluation, CompletenessRule rule) {
        Pairs pairs = new Pairs(evaluation, rule);
        pairs.collectLefts(evaluation);
        pairs.match();
        return pairs;
    }

    private void collectLefts(Evaluation evaluation) {
        Clock clock = new Clock(evaluation.zone(), Optional.empty());
        KeyNumbers numbers = evaluation.scene.numbers(rule.normalize());
        List<Field> fields = rule.match().stream().map(MatchField::left).toList();
        Optional<Crossing> crossing = rule.cross().map(cross -> new Crossing(evaluation, cross, numbers, fields));
        for (String member : rule.members()) {
            lefts.add(new Left(
                    lefts.size(),
                    member,
                    NO_ROW,
                    NO_ROW,
                    numbers.ofText(member),
                    evaluation.window.from(),
                    Nanos.NONE,
                    Optional.empty()));
        }
        if (rule.left().isEmpty()) {
            return;
        }
        Set<String> types = new HashSet<>();
        rule.left().stream().map(Selector::types).forEach(types::addAll);
        Optional<Runs.KeyOfRow> keys =
                crossing.isPresent() ? Optional.empty() : Optional.of(numbers.reader(types, fields));
        Rows rows = evaluation.scene.pick(rule.left()).rows();
        for (int place = 0; place < rows.size(); place++) {
            int row = rows.at(place);
            long at = timeline.occurred(row);
            long due = rule.within().isPresent() ? clock.plus(at, rule.within().get()) : Nanos.NONE;
            if (keys.isPresent()) {
                lefts.add(new Left(lefts.size(), "", row, NO_ROW, keys.get().of(row), at, due, Optional.empty()));
            } else {
                crossing.get()
                        .partnersOf(
                                row,
                                (partner, key, doubt) ->
                                        lefts.add(new Left(lefts.size(), "", row, partner, key, at, due, doubt)));
            }
        }
    }

    private void match() {
        rightByLeft = new int[lefts.size()];
        Arrays.fill(rightByLeft, NO_ROW);
        Runs byKey =
                Runs.of(Rows.range(0, lefts.size()), left -> lefts.get(left).key());
        for (int slot = 0; slot < byKey.count(); slot++) {
            Rows own = byKey.run(slot);
            if (!own.isEmpty()) {
                Rows candidates = rights.rows().of(lefts.get(own.at(0)).key());
                if (rule.cardinality() == Cardinality.ONE_TO_ONE) {
                    matchOnce(own, candidates);
                } else {
                    matchShared(own, candidates);
                }
            }
        }
    }

    private void matchOnce(Rows own, Rows candidates) {
        boolean limited = rule.within().isPresent();
        Matching.match(
                        own.stream()
                                .map(lefts::get)
                                .map(l -> limited
                                        ? new Matching.Demand(l.number(), l.at(), l.due())
                                        : new Matching.Demand(l.number(), Nanos.NONE, Nanos.FOREVER))
                                .toList(),
                        candidates.stream()
                                .map(row -> new Matching.Supply(row, timeline.occurred(row)))
                                .toList())
                .forEach((left, row) -> {
                    rightByLeft[left] = row;
                    served.set(row);
                });
    }

    private void matchShared(Rows own, Rows candidates) {
        for (int place = 0; place < own.size(); place++) {
            int left = own.at(place);
            int first = firstFor(lefts.get(left), candidates);
            if (first < candidates.size()) {
                rightByLeft[left] = candidates.at(first);
            }
        }
        // Shared answers are no orphans as soon as anybody on the left has their key.
        for (int place = 0; place < candidates.size(); place++) {
            served.set(candidates.at(place));
        }
    }

    /** Place of the first right-hand record that can answer a left one. */
    private int firstFor(Left left, Rows candidates) {
        return rule.within().isEmpty() ? 0 : timeline.firstFrom(candidates, left.at());
    }

    List<Left> lefts() {
        return Collections.unmodifiableList(lefts);
    }

    /** Id of the item that a left one is. */
    String id(Left left) {
        return left.row() == NO_ROW ? left.member() : String.join(" ", evidence(left));
    }

    /** Ids of the records that a left one is made of. */
    List<String> evidence(Left left) {
        if (left.row() == NO_ROW) {
            return List.of();
        }
        String id = timeline.id(left.row());
        return left.partner() == NO_ROW ? List.of(id) : List.of(id, timeline.id(left.partner()));
    }

    /** Row of the match of a left one, or {@link #NO_ROW}. */
    int matchOf(Left left) {
        return rightByLeft[left.number()];
    }

    /** Every right-hand record of the key of a left one, in order of time. */
    Rows rightsOf(Left left) {
        return rights.rows().of(left.key());
    }

    /** Every right-hand record of the same key of which the selector cannot say whether it counts. */
    Rows doubtsOf(Left left) {
        return rights.doubtful().of(left.key());
    }

    /** A right-hand record of the same key of which the selector cannot say whether it counts. */
    Optional<Integer> doubtfulOf(Left left) {
        Rows doubts = doubtsOf(left);
        int first = firstFor(left, doubts);
        return first < doubts.size() ? Optional.of(doubts.at(first)) : Optional.empty();
    }

    /** Right-hand records that serve nobody. */
    Rows orphans() {
        Rows.Builder orphans = new Rows.Builder();
        for (int place = 0; place < allRights.size(); place++) {
            if (!served.get(allRights.at(place))) {
                orphans.add(allRights.at(place));
            }
        }
        return orphans.build();
    }
}

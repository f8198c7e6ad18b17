package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.CadenceUnit;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Selector;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * COMPLETENESS at the end of each slot: what the left-hand source showed in the slot must be known to the right-hand one
 * by its end, and not from too long ago. An item is a slot with a key.
 */
final class StandingPopulations {

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final CompletenessRule rule;
    private final CadenceUnit unit;
    private final Keys keys;
    private final Clock clock;
    private final List<Integer> lefts;

    StandingPopulations(Evaluation evaluation, CompletenessRule rule, CadenceUnit unit) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.rule = rule;
        this.unit = unit;
        keys = new Keys(evaluation.scene, rule.normalize());
        clock = new Clock(evaluation.zone(), Optional.empty());
        lefts = evaluation.scene.pick(rule.left()).rows();
    }

    /** Compares what stands at the end of each slot of the window. */
    void compare() {
        compare(new Calendar(unit, evaluation.zone(), Month.JANUARY, Optional.empty()).endingIn(evaluation.window));
    }

    /** Compares at the last instant of the window: what the left-hand source showed in the slot that is open then. */
    void compareNow() {
        Calendar calendar = new Calendar(unit, evaluation.zone(), Month.JANUARY, Optional.empty());
        Calendar.Slot open = calendar.slotAt(evaluation.window.to() - 1);
        Calendar.Slot now = new Calendar.Slot(open.id(), open.firstDay(), open.start(), evaluation.window.to());
        Calendar.Slot over = calendar.preceding(open);
        compare(List.of(rows(now).isEmpty() ? over : now));
    }

    private void compare(List<Calendar.Slot> slots) {
        List<Field> leftFields = rule.match().stream().map(MatchField::left).toList();
        List<Field> rightFields = rule.match().stream().map(MatchField::right).toList();
        Map<List<String>, List<Integer>> rights =
                keys.index(evaluation.scene.pick(rule.right()).rows(), rightFields);
        Map<List<String>, List<Integer>> doubtful =
                keys.index(evaluation.scene.pick(rule.right()).doubtful(), rightFields);
        TreeSet<String> orphans = new TreeSet<>();
        List<String> empty = new ArrayList<>();
        for (Calendar.Slot slot : slots) {
            Map<List<String>, List<Integer>> standing = new HashMap<>();
            List<Integer> keyless = new ArrayList<>();
            collect(slot, leftFields, standing, keyless);
            if (standing.isEmpty() && keyless.isEmpty()) {
                nothing(slot, empty);
            }
            standing.forEach((key, rows) -> settle(slot, key, rows, rights, doubtful));
            keyless.forEach(row -> evaluation.findings.undetermined(
                    item(slot, timeline.id(row), row).detail("a field of its key is absent"),
                    ReasonCode.EXPRESSION_ERROR));
            rights.forEach((key, rows) -> {
                boolean known = rows.stream().anyMatch(row -> isStanding(row, slot));
                if (known && !(standing.isEmpty() && keyless.isEmpty()) && !standing.containsKey(key)) {
                    orphans.add(String.join(" ", key));
                }
            });
        }
        if (!empty.isEmpty()) {
            evaluation.findings.note(
                    ReasonCode.EMPTY_POPULATION_UNPROVEN,
                    "nothing was there to compare in " + empty.size() + " slots, and no record says so: "
                            + String.join(", ", empty.subList(0, Math.min(10, empty.size())))
                            + (empty.size() > 10 ? ", ..." : ""));
        }
        CompletenessEvaluator.sayOrphans(evaluation, rule, List.copyOf(orphans));
    }

    /** A slot without anything on the left: shown to be so, unread, or only silent. */
    private void nothing(Calendar.Slot slot, Collection<String> empty) {
        for (Selector left : rule.left()) {
            if (evaluation.scene.coverage.saysRead(left, slot.start(), slot.end())) {
                continue;
            }
            Item item = new Item(slot.id(), "")
                    .from(slot.start())
                    .due(slot.end())
                    .span(slot.start(), slot.end())
                    .detail("nothing was seen of " + left.words());
            if (!evaluation.isSilenceAbsence(item, left, slot.start(), slot.end())) {
                evaluation.findings.undetermined(item, ReasonCode.SOURCE_GAP);
                return;
            }
            if (!empty.contains(slot.id())) {
                empty.add(slot.id());
            }
        }
    }

    private void collect(
            Calendar.Slot slot, List<Field> fields, Map<List<String>, List<Integer>> standing, List<Integer> keyless) {
        for (int row : rows(slot)) {
            keys.of(row, fields)
                    .ifPresentOrElse(
                            key -> standing.computeIfAbsent(key, k -> new ArrayList<>())
                                    .add(row),
                            () -> keyless.add(row));
        }
    }

    /** The left-hand rows of a slot, which lie in order of time. */
    private List<Integer> rows(Calendar.Slot slot) {
        return lefts.subList(firstFrom(slot.start()), firstFrom(slot.end()));
    }

    private int firstFrom(long instant) {
        int low = 0;
        int high = lefts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeline.occurred(lefts.get(middle)) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Item item(Calendar.Slot slot, String name, int row) {
        return new Item(slot.id() + " " + name, timeline.subject(row))
                .from(slot.start())
                .due(slot.end())
                .span(slot.start(), slot.end())
                .evidence(timeline.id(row));
    }

    /** Whether a right-hand record still counts at the end of a slot. */
    private boolean isStanding(int row, Calendar.Slot slot) {
        long at = timeline.occurred(row);
        return at < slot.end()
                && rule.staleness()
                        .map(trusted -> clock.plus(at, trusted) >= slot.end())
                        .orElse(true);
    }

    private void settle(
            Calendar.Slot slot,
            List<String> key,
            List<Integer> rows,
            Map<List<String>, List<Integer>> rights,
            Map<List<String>, List<Integer>> doubtful) {
        Item item = item(slot, String.join(" ", key), rows.get(rows.size() - 1));
        Optional<Integer> match = rights.getOrDefault(key, List.of()).stream()
                .filter(row -> isStanding(row, slot))
                .findFirst();
        if (match.isPresent()) {
            item.at(timeline.occurred(match.get())).evidence(timeline.id(match.get()));
            evaluation.findings.conforming(item, ReasonCode.SATISFIED);
        } else if (doubtful.getOrDefault(key, List.of()).stream().anyMatch(row -> isStanding(row, slot))) {
            evaluation.findings.undetermined(item, ReasonCode.EXPRESSION_ERROR);
        } else {
            evaluation.absent(item, rule.right(), slot.start(), slot.end(), ReasonCode.UNMATCHED_LEFT);
        }
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a selector picks, found by the key that ties it to other records. */
final class Tied {

    final Selector selector;
    private final Scene scene;
    private final Timeline timeline;
    private final Keys keys;
    private final List<MatchField> match;
    private final Map<List<String>, List<Integer>> rows;
    private final Map<List<String>, List<Integer>> doubtful;

    Tied(Evaluation evaluation, Selector selector, List<MatchField> match) {
        this.selector = selector;
        this.match = match;
        scene = evaluation.scene;
        timeline = evaluation.timeline;
        keys = new Keys(scene, List.of());
        List<Field> right = match.stream().map(MatchField::right).toList();
        Picked picked = scene.pick(selector);
        rows = keys.index(picked.rows(), right);
        doubtful = keys.index(picked.doubtful(), right);
    }

    /** Plans what a selector and its key need. */
    static void plan(Conditions conditions, String place, Selector left, Selector right, List<MatchField> match) {
        conditions.plan(place, right);
        for (MatchField pair : match) {
            conditions.plan(left.types(), pair.left());
            conditions.plan(right.types(), pair.right());
        }
    }

    /** The key of some rows together: each field from the first of them that carries it. Empty when none does. */
    Optional<List<String>> key(List<Integer> lefts) {
        List<String> key = new ArrayList<>(match.size());
        for (MatchField pair : match) {
            Optional<List<String>> part = lefts.stream()
                    .flatMap(row -> keys.of(row, List.of(pair.left())).stream())
                    .findFirst();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            key.addAll(part.get());
        }
        return Optional.of(List.copyOf(key));
    }

    /** Rows of a key in order of time. */
    List<Integer> rows(List<String> key) {
        return rows.getOrDefault(key, List.of());
    }

    List<Integer> rows(Optional<List<String>> key) {
        return key.map(this::rows).orElse(List.of());
    }

    /** The first row between two instants, both included, of which the selector cannot say whether it picks it. */
    Optional<Integer> doubtful(Optional<List<String>> key, long from, long to) {
        List<Integer> all = key.map(k -> doubtful.getOrDefault(k, List.of())).orElse(List.of());
        int first = firstAtOrAfter(all, from);
        return first < all.size() && timeline.occurred(all.get(first)) <= to
                ? Optional.of(all.get(first))
                : Optional.empty();
    }

    /** Why it cannot be said of a row. */
    String doubt(int row, String what) {
        return "record '" + timeline.id(row) + "' may be " + what + ": " + scene.doubt(selector, row);
    }

    /** Place of the first of some rows in order of time that lies at or after an instant. */
    int firstAtOrAfter(List<Integer> some, long instant) {
        int low = 0;
        int high = some.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeline.occurred(some.get(middle)) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    String words() {
        return String.join(", ", match.stream().map(MatchField::words).toList());
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each left-hand record of a COMPLETENESS rule is crossed with: the records of its subject up to its own time. */
final class Crossing {

    /**
     * What a left-hand record is crossed with.
     *
     * @param id id of the other record; empty when it cannot be said whether there is one
     * @param key the key of both together, or empty when a field is absent
     * @param doubt why it cannot be said whether they belong together
     */
    record Partner(Optional<String> id, Optional<List<String>> key, Optional<Reason> doubt) {}

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final Selector cross;
    private final Keys keys;
    private final List<Field> fields;
    private final boolean anyAtAll;
    private final Map<String, List<Integer>> rowsBySubject = new HashMap<>();
    private final Map<String, List<Integer>> doubtfulBySubject = new HashMap<>();

    Crossing(Evaluation evaluation, Selector cross, Keys keys, List<Field> fields) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.cross = cross;
        this.keys = keys;
        this.fields = fields;
        Picked picked = evaluation.scene.pick(cross);
        anyAtAll = !picked.rows().isEmpty();
        picked.rows().forEach(row -> bySubject(rowsBySubject, row));
        picked.doubtful().forEach(row -> bySubject(doubtfulBySubject, row));
    }

    private void bySubject(Map<String, List<Integer>> map, int row) {
        map.computeIfAbsent(timeline.subject(row), s -> new ArrayList<>()).add(row);
    }

    /** One partner for each key; one that is in doubt when silence does not show that there is none. */
    List<Partner> partnersOf(int left) {
        Map<List<String>, Partner> held = new LinkedHashMap<>();
        collect(left, rowsBySubject, row -> Optional.empty(), held);
        collect(
                left,
                doubtfulBySubject,
                row -> Optional.of(new Reason(
                        ReasonCode.EXPRESSION_ERROR,
                        "record '" + timeline.id(row) + "' may belong to it: " + evaluation.scene.doubt(cross, row))),
                held);
        if (held.isEmpty() && evaluation.window.contains(timeline.occurred(left)) && !isProvenNone(left)) {
            Reason doubt = new Reason(
                    ReasonCode.SOURCE_GAP, "nothing shows that it had no " + cross.words() + " to be crossed with");
            return List.of(new Partner(Optional.empty(), Optional.empty(), Optional.of(doubt)));
        }
        return List.copyOf(held.values());
    }

    private interface Doubts {
        Optional<Reason> of(int row);
    }

    private void collect(int left, Map<String, List<Integer>> rows, Doubts doubts, Map<List<String>, Partner> held) {
        for (int row : rows.getOrDefault(timeline.subject(left), List.of())) {
            if (timeline.occurred(row) <= timeline.occurred(left)) {
                Optional<List<String>> key = keyOf(left, row);
                held.putIfAbsent(
                        key.orElse(List.of(timeline.id(row))),
                        new Partner(Optional.of(timeline.id(row)), key, doubts.of(row)));
            }
        }
    }

    /** Each field from the left-hand record or, when that does not carry it, from the crossed one. */
    private Optional<List<String>> keyOf(int left, int cross) {
        List<String> key = new ArrayList<>();
        for (Field field : fields) {
            Optional<List<String>> part = keys.of(left, List.of(field)).or(() -> keys.of(cross, List.of(field)));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            key.addAll(part.get());
        }
        return Optional.of(List.copyOf(key));
    }

    private boolean isProvenNone(int left) {
        long from = evaluation.window.from();
        long to = timeline.occurred(left) + 1;
        if (!anyAtAll) {
            return evaluation.scene.coverage.saysRead(cross, from, to);
        }
        return evaluation.isSilenceAbsence(new Item(timeline.id(left), timeline.subject(left)), cross, from, to);
    }
}

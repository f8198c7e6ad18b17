package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Rows;
import dev.soc2.rules.internal.timeline.Runs;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Selector;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What each left-hand record of a COMPLETENESS rule is crossed with: the records of its subject up to its own time. */
final class Crossing {

    /** Takes what a left-hand record is crossed with. */
    interface Partners {

        /**
         * One partner.
         *
         * @param row its row; {@link Pairs#NO_ROW} when it cannot be said whether there is one
         * @param key number of the key of both together, or -1 when a field is absent
         * @param doubt why it cannot be said whether they belong together
         */
        void add(int row, int key, Optional<Reason> doubt);
    }

    private static final int NO_KEY = -1;

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final Selector cross;
    private final KeyNumbers numbers;
    private final List<Runs.KeyOfRow> leftParts;
    private final List<Runs.KeyOfRow> crossParts;
    private final boolean anyAtAll;
    private final Found bySubject;
    private final BitSet held = new BitSet();

    Crossing(Evaluation evaluation, Selector cross, KeyNumbers numbers, List<Field> fields) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.cross = cross;
        this.numbers = numbers;
        leftParts = fields.stream().map(numbers::reader).toList();
        crossParts = fields.stream()
                .map(field -> numbers.reader(cross.types(), List.of(field)))
                .toList();
        anyAtAll = !evaluation.scene.pick(cross).rows().isEmpty();
        bySubject = evaluation.scene.find(cross, List.of(Field.SUBJECT), List.of());
    }

    /** One partner for each key; one that is in doubt when silence does not show that there is none. */
    void partnersOf(int left, Partners to) {
        Rows rows = bySubject.rows().of(timeline.subjectNumber(left));
        Rows doubtful = bySubject.doubtful().of(timeline.subjectNumber(left));
        boolean sure = collect(left, rows, true, to);
        boolean any = collect(left, doubtful, false, to) || sure;
        forget(left, rows);
        forget(left, doubtful);
        if (!any && evaluation.window.contains(timeline.occurred(left)) && !isProvenNone(left)) {
            to.add(
                    Pairs.NO_ROW,
                    NO_KEY,
                    Optional.of(new Reason(
                            ReasonCode.SOURCE_GAP,
                            "nothing shows that it had no " + cross.words() + " to be crossed with")));
        }
    }

    private boolean collect(int left, Rows rows, boolean certain, Partners to) {
        boolean any = false;
        for (int place = 0; place < rows.size(); place++) {
            int row = rows.at(place);
            if (timeline.occurred(row) > timeline.occurred(left)) {
                break;
            }
            any = true;
            int key = keyOf(left, row);
            if (key < 0 || !held.get(key)) {
                to.add(row, key, certain ? Optional.empty() : Optional.of(doubt(row)));
                if (key >= 0) {
                    held.set(key);
                }
            }
        }
        return any;
    }

    private void forget(int left, Rows rows) {
        for (int place = 0; place < rows.size(); place++) {
            int key = keyOf(left, rows.at(place));
            if (key >= 0) {
                held.clear(key);
            }
        }
    }

    private Reason doubt(int row) {
        return new Reason(
                ReasonCode.EXPRESSION_ERROR,
                "record '" + timeline.id(row) + "' may belong to it: " + evaluation.scene.doubt(cross, row));
    }

    /** Each field from the left-hand record or, when that does not carry it, from the crossed one. */
    private int keyOf(int left, int cross) {
        int key = NO_KEY;
        for (int i = 0; i < leftParts.size(); i++) {
            int own = leftParts.get(i).of(left);
            int part = own >= 0 ? own : crossParts.get(i).of(cross);
            if (part < 0) {
                return NO_KEY;
            }
            key = i == 0 ? part : numbers.tuple(key, part);
        }
        return key;
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

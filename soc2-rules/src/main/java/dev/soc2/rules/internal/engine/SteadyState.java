package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.expr.Verdict;
import dev.soc2.rules.internal.timeline.Rows;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.StateRule;
import java.util.BitSet;
import java.util.List;

/**
 * Sees at a glance that most assets were in the right state all their life in the window: some look at or before its
 * beginning was right and so was every one since, none can have been missed, and none came out of order. An asset of
 * which it does not see that is left to {@link StateWatch}.
 */
final class SteadyState {

    private final Timeline timeline;
    private final Window window;
    private final boolean applies;
    private final BitSet right;

    SteadyState(Evaluation evaluation, StateRule rule, Trust trust) {
        timeline = evaluation.timeline;
        window = evaluation.window;
        applies = evaluation.findings.onlyCounts()
                && trust.endless()
                && rule.of().types().size() == 1
                && timeline.isObservedInOrder(rule.of().types().iterator().next());
        right = applies ? right(evaluation.scene, rule) : new BitSet();
    }

    /** Rows that show the right state. */
    private static BitSet right(Scene scene, StateRule rule) {
        Program<RowFrame> compliant = scene.program(rule.of().types(), rule.compliant());
        BitSet right =
                new BitSet(scene.timeline.end(rule.of().types().iterator().next()));
        Rows rows = scene.pick(rule.of()).rows();
        RowFrame frame = new RowFrame(0);
        for (int place = 0; place < rows.size(); place++) {
            frame.row = rows.at(place);
            if (compliant.test(frame) == Verdict.TRUE) {
                right.set(frame.row);
            }
        }
        return right;
    }

    /** Whether an asset was surely right. */
    boolean isRight(List<Life> lives) {
        if (!applies || lives.size() != 1 || !lives.get(0).doubtful().isEmpty()) {
            return false;
        }
        Rows looks = lives.get(0).occurrences();
        long from = Math.max(window.from(), lives.get(0).existence().from());
        int place = 0;
        while (place < looks.size() && timeline.observed(looks.at(place)) <= from) {
            place++;
        }
        if (place == 0) {
            return false;
        }
        // The last looks up to the beginning may share one instant: each of them has to be right.
        long last = timeline.observed(looks.at(place - 1));
        for (int before = place - 1; before >= 0 && timeline.observed(looks.at(before)) == last; before--) {
            if (!right.get(looks.at(before))) {
                return false;
            }
        }
        for (; place < looks.size(); place++) {
            if (!right.get(looks.at(place)) && timeline.observed(looks.at(place)) < window.to()) {
                return false;
            }
        }
        return true;
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaOptions;
import java.util.List;
import java.util.Optional;

/** What each trigger has several of: the records tied to it up to its start. */
final class SlaTargets {

    private final Evaluation evaluation;
    private final Tied tied;

    SlaTargets(Evaluation evaluation, SlaOptions.Targets targets) {
        this.evaluation = evaluation;
        tied = new Tied(evaluation, targets.of(), targets.match());
    }

    List<Integer> of(int trigger, long start) {
        List<Integer> rows = tied.rows(tied.key(List.of(trigger)));
        return rows.subList(0, tied.firstAtOrAfter(rows, start + 1));
    }

    /** Why it cannot be said which targets a trigger has. */
    Optional<Reason> doubt(int trigger, long start) {
        Optional<List<String>> key = tied.key(List.of(trigger));
        if (key.isEmpty()) {
            return Optional.of(new Reason(
                    ReasonCode.EXPRESSION_ERROR, "a field that ties it to its targets is absent: " + tied.words()));
        }
        return tied.doubtful(key, Nanos.NONE, start)
                .map(row -> new Reason(ReasonCode.EXPRESSION_ERROR, tied.doubt(row, "a target of it")));
    }

    /** Whether a record says that the targets were read from the start of the window to the start of the trigger. */
    boolean isProvenNone(long start) {
        return evaluation.scene.coverage.saysRead(tied.selector, Math.min(evaluation.window.from(), start), start + 1);
    }

    Selector selector() {
        return tied.selector;
    }
}

package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.rule.Selector;

/** What rules over a population of records share. */
final class Populations {

    private Populations() {}

    /** Records inside the window of which the selector cannot say whether they belong: undetermined items. */
    static void doubtful(Evaluation evaluation, Selector selector, Picked picked) {
        for (int row : picked.doubtful()) {
            if (evaluation.window.contains(evaluation.timeline.occurred(row))) {
                String id = evaluation.timeline.id(row);
                evaluation.findings.undetermined(
                        new Item(id, evaluation.timeline.subject(row))
                                .from(evaluation.timeline.occurred(row))
                                .evidence(id)
                                .detail(evaluation.scene.doubt(selector, row)),
                        ReasonCode.EXPRESSION_ERROR);
            }
        }
    }
}

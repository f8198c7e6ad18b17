package dev.soc2.evidence;

import dev.soc2.evidence.internal.ledger.Answer;
import dev.soc2.model.evidence.Evidence;

/** What a log answered, in the terms of a store. */
final class Answers {

    private Answers() {}

    static boolean told(Answer answer, Evidence evidence) {
        if (answer.isConflict()) {
            throw new ConflictingEvidenceException(answer.first(), evidence);
        }
        if (answer.refusal().isPresent()) {
            throw new RefusedEvidenceException(answer.refusal().get());
        }
        return answer.isNew();
    }
}

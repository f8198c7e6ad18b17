package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.SlaStage;
import java.util.List;

/**
 * One thing that has to stop: a trigger, or one of its targets, in one stage.
 *
 * @param number its place among those of the stage
 * @param trigger row of the trigger
 * @param left row that is tied to answers: the target, or the trigger itself
 * @param stage the stage
 * @param start when it started
 * @param deadline when it has to stop
 */
record SlaDuty(int number, int trigger, int left, SlaStage stage, long start, Deadline deadline) {

    /** The rows that keys are taken from. */
    List<Integer> lefts() {
        return left == trigger ? List.of(trigger) : List.of(left, trigger);
    }

    long due() {
        return deadline.due();
    }

    boolean isKnown() {
        return deadline.unknown().isEmpty();
    }
}

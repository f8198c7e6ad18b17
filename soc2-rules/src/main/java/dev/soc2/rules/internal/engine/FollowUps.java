package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.engine.SlotMatching.Occurrence;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.expr.Verdict;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.FollowUp;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Selector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what must follow an occurrence followed in time. */
final class FollowUps {

    private final Evaluation evaluation;
    private final FollowUp follow;
    private final Clock clock;
    private final Keys keys;
    private final Optional<Program<RowFrame>> where;
    private final Map<List<String>, List<Integer>> answers;

    FollowUps(Evaluation evaluation, Selector occurrences, FollowUp follow, Clock clock) {
        this.evaluation = evaluation;
        this.follow = follow;
        this.clock = clock;
        keys = new Keys(evaluation.scene, List.of());
        where = follow.where().map(text -> evaluation.scene.program(occurrences.types(), text));
        List<Field> fields = follow.match().stream().map(MatchField::right).toList();
        answers = keys.index(evaluation.scene.pick(follow.answer()).rows(), fields);
    }

    /** True when every follow-up that an item's occurrences need is there in time; else the item has been settled. */
    boolean settle(Item item, List<Occurrence> occurrences) {
        for (Occurrence occurrence : occurrences) {
            if (!settle(item, occurrence)) {
                return false;
            }
        }
        return true;
    }

    private boolean settle(Item item, Occurrence occurrence) {
        RowFrame frame = new RowFrame(occurrence.row());
        Verdict needed = where.map(w -> w.test(frame)).orElse(Verdict.TRUE);
        if (needed == Verdict.FALSE) {
            return true;
        }
        if (needed == Verdict.ERROR) {
            evaluation.findings.undetermined(
                    item.detail(where.map(w -> w.cause(frame)).orElse("")), ReasonCode.EXPRESSION_ERROR);
            return false;
        }
        long due = clock.plus(occurrence.at(), follow.limit());
        Optional<Integer> answer = keys.of(
                        occurrence.row(),
                        follow.match().stream().map(MatchField::left).toList())
                .flatMap(key -> answers.getOrDefault(key, List.of()).stream()
                        .filter(row -> evaluation.timeline.occurred(row) >= occurrence.at())
                        .findFirst());
        answer.ifPresent(row -> item.evidence(evaluation.timeline.id(row)));
        if (answer.isPresent() && evaluation.timeline.occurred(answer.get()) <= due) {
            return true;
        }
        item.due(due).detail("its follow-up " + (answer.isPresent() ? "came late" : "is missing"));
        if (due > evaluation.asOf()) {
            evaluation.findings.pending(item);
        } else {
            answer.ifPresent(row -> item.at(evaluation.timeline.occurred(row)));
            evaluation.absent(
                    item,
                    follow.answer(),
                    occurrence.at(),
                    due,
                    answer.isPresent() ? ReasonCode.LATE : ReasonCode.MISSING);
        }
        return false;
    }
}

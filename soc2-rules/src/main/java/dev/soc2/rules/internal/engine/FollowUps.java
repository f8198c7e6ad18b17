package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.engine.SlotMatching.Occurrence;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.expr.Verdict;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.FollowUp;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Selector;
import java.util.Comparator;
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
    private final Map<List<String>, List<Integer>> doubtful;

    /** How a follow-up stands, from good to bad. */
    private enum Standing {
        DONE,
        PENDING,
        LATE,
        UNDETERMINED,
        MISSING
    }

    /**
     * What became of the follow-up of one occurrence.
     *
     * @param standing how it stands
     * @param due when it was due
     * @param answer its row, if there is one
     * @param reason why it is undetermined; of no meaning otherwise
     * @param detail the same in words
     */
    private record Found(Standing standing, long due, Optional<Integer> answer, ReasonCode reason, String detail) {}

    FollowUps(Evaluation evaluation, Selector occurrences, FollowUp follow, Clock clock) {
        this.evaluation = evaluation;
        this.follow = follow;
        this.clock = clock;
        keys = new Keys(evaluation.scene, List.of());
        where = follow.where().map(text -> evaluation.scene.program(occurrences.types(), text));
        List<Field> fields = follow.match().stream().map(MatchField::right).toList();
        Picked picked = evaluation.scene.pick(follow.answer());
        answers = keys.index(picked.rows(), fields);
        doubtful = keys.index(picked.doubtful(), fields);
    }

    /** True when every follow-up that an item's occurrences need is there in time; else the worst has settled the item. */
    boolean settle(Item item, List<Occurrence> occurrences) {
        List<Found> all = occurrences.stream().map(o -> find(item, o)).toList();
        all.forEach(f -> f.answer().ifPresent(row -> item.evidence(evaluation.timeline.id(row))));
        Found worst = all.stream()
                .max(Comparator.comparing(Found::standing).thenComparing(Found::due, Comparator.reverseOrder()))
                .orElseThrow();
        if (worst.standing() == Standing.DONE) {
            return true;
        }
        item.due(worst.due()).detail(worst.detail());
        Findings findings = evaluation.findings;
        switch (worst.standing()) {
            case PENDING -> findings.pending(item);
            case UNDETERMINED -> findings.undetermined(item, worst.reason());
            case LATE ->
                findings.deviation(
                        item.at(worst.answer()
                                .map(evaluation.timeline::occurred)
                                .orElse(item.at)),
                        ReasonCode.LATE);
            default -> findings.deviation(item, ReasonCode.MISSING);
        }
        return false;
    }

    private Found find(Item item, Occurrence occurrence) {
        long due = clock.plus(occurrence.at(), follow.limit());
        RowFrame frame = new RowFrame(occurrence.row());
        Verdict needed = where.map(w -> w.test(frame)).orElse(Verdict.TRUE);
        if (needed == Verdict.FALSE) {
            return new Found(Standing.DONE, due, Optional.empty(), ReasonCode.SATISFIED, "");
        }
        if (needed == Verdict.ERROR) {
            return doubted(due, Optional.empty(), where.map(w -> w.cause(frame)).orElse(""));
        }
        Optional<List<String>> key = keys.of(
                occurrence.row(), follow.match().stream().map(MatchField::left).toList());
        if (key.isEmpty()) {
            return doubted(due, Optional.empty(), "a field that ties it to its follow-up is absent");
        }
        Optional<Integer> answer = first(answers, key.get(), occurrence);
        if (answer.isPresent() && evaluation.timeline.occurred(answer.get()) <= due) {
            return new Found(Standing.DONE, due, answer, ReasonCode.SATISFIED, "");
        }
        Optional<Integer> doubt = first(doubtful, key.get(), occurrence);
        if (doubt.isPresent()) {
            return doubted(
                    due,
                    doubt,
                    "record '" + evaluation.timeline.id(doubt.get()) + "' may be its follow-up: "
                            + evaluation.scene.doubt(follow.answer(), doubt.get()));
        }
        String detail = "its follow-up " + (answer.isPresent() ? "came late" : "is missing");
        if (due > evaluation.asOf()) {
            return new Found(Standing.PENDING, due, answer, ReasonCode.NOT_YET_DUE, detail);
        }
        Item probe = new Item(item.id, item.subject).detail(detail);
        if (!evaluation.isSilenceAbsence(probe, follow.answer(), occurrence.at(), due + 1)) {
            return new Found(Standing.UNDETERMINED, due, answer, ReasonCode.SOURCE_GAP, probe.detail);
        }
        return new Found(
                answer.isPresent() ? Standing.LATE : Standing.MISSING, due, answer, ReasonCode.MISSING, detail);
    }

    private static Found doubted(long due, Optional<Integer> row, String detail) {
        return new Found(Standing.UNDETERMINED, due, row, ReasonCode.EXPRESSION_ERROR, detail);
    }

    private Optional<Integer> first(Map<List<String>, List<Integer>> rows, List<String> key, Occurrence occurrence) {
        return rows.getOrDefault(key, List.of()).stream()
                .filter(row -> evaluation.timeline.occurred(row) >= occurrence.at())
                .findFirst();
    }
}

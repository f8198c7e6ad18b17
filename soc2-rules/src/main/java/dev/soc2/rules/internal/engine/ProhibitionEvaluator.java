package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ItemMeaning;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Heartbeat;
import dev.soc2.rules.rule.ProhibitionRule;
import java.util.List;
import java.util.Optional;

/** PROHIBITION: what must not exist is a deviation wherever it is; that there is none has to be proven. */
record ProhibitionEvaluator(ProhibitionRule rule) implements Evaluator {

    static Evaluator plan(ProhibitionRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.of());
        rule.coverage().ifPresent(heartbeat -> conditions.plan(place, heartbeat.of()));
        return new ProhibitionEvaluator(rule);
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        evaluation.findings.itemsMean(
                isWatched(evaluation) ? ItemMeaning.PROHIBITED_AND_WATCHED : ItemMeaning.PROHIBITED);
        matches(evaluation);
    }

    private void matches(Evaluation evaluation) {
        Picked picked = evaluation.scene.pick(rule.of());
        for (int row : picked.rows()) {
            if (evaluation.window.contains(evaluation.timeline.occurred(row))) {
                evaluation.findings.deviation(item(evaluation, row), ReasonCode.PROHIBITED);
            }
        }
        Populations.doubtful(evaluation, rule.of(), picked);
    }

    private static Item item(Evaluation evaluation, int row) {
        String id = evaluation.timeline.id(row);
        long time = evaluation.timeline.occurred(row);
        return new Item(id, evaluation.timeline.subject(row))
                .from(time)
                .at(time)
                .evidence(id);
    }

    /** Whether heartbeats without a gap show that a match would have been seen; says so when they do not. */
    private boolean isWatched(Evaluation evaluation) {
        if (rule.coverage().isEmpty()) {
            return false;
        }
        Optional<String> gap = gap(evaluation, rule.coverage().get());
        gap.ifPresent(text -> evaluation.findings.note(ReasonCode.SOURCE_GAP, text));
        if (gap.isPresent()) {
            return false;
        }
        Window window = evaluation.window;
        if (evaluation.scene.coverage.silence(rule.of(), window.from(), window.to()) == Coverage.Silence.UNREAD) {
            evaluation.findings.note(
                    ReasonCode.SOURCE_GAP,
                    "a source of " + rule.of().words() + " was not read all the time, whatever the heartbeat says");
            return false;
        }
        return true;
    }

    private Optional<String> gap(Evaluation evaluation, Heartbeat heartbeat) {
        Clock clock = new Clock(evaluation.zone(), Optional.empty());
        Window window = evaluation.window;
        List<Long> beats = evaluation.scene.pick(heartbeat.of()).rows().stream()
                .map(evaluation.timeline::occurred)
                .filter(window::contains)
                .toList();
        if (beats.isEmpty()) {
            return Optional.of("there is no heartbeat " + heartbeat.of().words());
        }
        long last = window.from();
        for (int i = 0; i <= beats.size(); i++) {
            long next = i < beats.size() ? beats.get(i) : window.to();
            if (clock.plus(last, heartbeat.every()) < next) {
                return Optional.of("no heartbeat " + heartbeat.of().words() + " between " + Nanos.instant(last)
                        + " and " + Nanos.instant(next) + ", longer than "
                        + heartbeat.every().written());
            }
            last = next;
        }
        return Optional.empty();
    }

    /** Somebody is looking: the last heartbeat is not too old, and nothing was seen at the instant. */
    @Override
    public void inspect(Evaluation evaluation) {
        matches(evaluation);
        rule.coverage().ifPresent(heartbeat -> watch(evaluation, heartbeat));
    }

    private static void watch(Evaluation evaluation, Heartbeat heartbeat) {
        long instant = evaluation.window.to();
        evaluation.scene.pick(heartbeat.of()).rows().stream()
                .filter(row -> evaluation.timeline.occurred(row) < instant)
                .reduce((one, later) -> later)
                .ifPresent(row -> {
                    Item item = item(evaluation, row);
                    long until = new Clock(evaluation.zone(), Optional.empty())
                            .plus(evaluation.timeline.occurred(row), heartbeat.every());
                    if (until < instant) {
                        evaluation.findings.undetermined(item.due(until), ReasonCode.STALE_OBSERVATION);
                    } else {
                        evaluation.findings.conforming(item.due(until), ReasonCode.SATISFIED);
                    }
                });
    }
}

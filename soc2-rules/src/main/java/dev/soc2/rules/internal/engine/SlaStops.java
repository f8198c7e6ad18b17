package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Early;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.SlaStage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The stop of each duty of a stage: on its own record, by an answer, or by a scan that sees it no more. */
final class SlaStops {

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final SlaRule rule;
    private final SlaTimes times;
    private final Optional<SlaReopenings> reopenings;
    private final Optional<SlaAnswers> answers;
    private final Optional<SlaScans> scans;

    SlaStops(
            Evaluation evaluation,
            SlaRule rule,
            SlaStage stage,
            SlaTimes times,
            Optional<SlaReopenings> reopenings,
            List<SlaDuty> duties) {
        this.evaluation = evaluation;
        this.rule = rule;
        this.times = times;
        this.reopenings = reopenings;
        timeline = evaluation.timeline;
        answers = stage.answer().map(answer -> SlaAnswers.of(evaluation, rule, stage, reopenings, duties));
        scans = rule.options().unseen().map(unseen -> new SlaScans(evaluation, unseen, reopenings));
    }

    Optional<SlaScans> scans() {
        return scans;
    }

    /** The earliest stop of a duty that stands. */
    Stop of(SlaDuty duty) {
        Stop own = answers.map(a -> a.stop(duty))
                .or(() -> duty.stage().stop().map(field -> ownStop(duty, field)))
                .orElse(Stop.NONE);
        if (scans.isEmpty() || (own.isKnown() && own.at() <= duty.due())) {
            return own;
        }
        Stop scanned = scans.get().stop(duty);
        if (scanned.isKnown() && (!own.isKnown() || scanned.at() < own.at())) {
            boolean inTime = scanned.at() <= duty.due();
            Stop first = own.doubt().isEmpty() || inTime ? scanned : own;
            return scans.get().doubt(duty, scanned.at()).map(scanned::doubted).orElse(first);
        }
        return own;
    }

    /** Whether the stop of a duty is a scan's word. */
    boolean isScanned(SlaDuty duty, Stop stop) {
        return scans.map(s -> s.stop(duty))
                .filter(scanned -> scanned.isKnown()
                        && scanned.at() == stop.at()
                        && scanned.evidence().equals(stop.evidence()))
                .isPresent();
    }

    /** The record that undid an earlier stop. */
    Optional<Integer> undid(SlaDuty duty, Stop stop) {
        if (answers.isPresent()) {
            return answers.get().undid(duty, stop);
        }
        if (reopenings.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong own =
                duty.stage().stop().map(f -> times.read(duty.trigger(), f)).orElse(OptionalLong.empty());
        return own.isPresent()
                ? reopenings.get().undoing(reopenings.get().key(duty.lefts()), own.getAsLong())
                : Optional.empty();
    }

    /** The stop that stands on the trigger's own record. */
    private Stop ownStop(SlaDuty duty, Field field) {
        if (times.isAbsent(duty.trigger(), field)) {
            return Stop.NONE;
        }
        OptionalLong at = times.read(duty.trigger(), field);
        if (at.isEmpty()) {
            return Stop.unreadable(field + " is not readable as a time");
        }
        if (at.getAsLong() > evaluation.asOf()) {
            return Stop.NONE;
        }
        if (at.getAsLong() < duty.start() && rule.early() == Early.REFUSE) {
            return Stop.beforeStart(at.getAsLong());
        }
        boolean undone = reopenings
                .flatMap(r -> r.undoing(r.key(duty.lefts()), at.getAsLong()))
                .isPresent();
        return undone ? Stop.NONE : Stop.at(at.getAsLong(), timeline.id(duty.trigger()));
    }
}

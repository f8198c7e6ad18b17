package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.engine.SlaVerdict.Standing;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaOptions;
import dev.soc2.rules.rule.SlaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the stop of a duty with its deadline. Where a record may be missing that would turn it, it says so. */
final class SlaJudge {

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final SlaRule rule;
    private final SlaPauses pauses;
    private final SlaDeadlines deadlines;
    private final Optional<SlaReopenings> reopenings;

    SlaJudge(
            Evaluation evaluation,
            SlaRule rule,
            SlaPauses pauses,
            SlaDeadlines deadlines,
            Optional<SlaReopenings> reopenings) {
        this.evaluation = evaluation;
        this.rule = rule;
        this.pauses = pauses;
        this.deadlines = deadlines;
        this.reopenings = reopenings;
        timeline = evaluation.timeline;
    }

    /** One duty in front of the judge. */
    private final class Case {
        private final SlaDuty duty;
        private final SlaStops stops;
        private final Stop stop;
        private final Deadline shown;
        private final Item probe;
        private final List<String> evidence = new ArrayList<>();

        Case(SlaDuty duty, SlaStops stops) {
            this.duty = duty;
            this.stops = stops;
            stop = duty.isKnown() ? stops.of(duty) : Stop.NONE;
            shown = stop.isKnown() && isMoving()
                    ? deadlines.of(
                            duty.trigger(), duty.start(), duty.stage().limit(), Math.max(stop.at(), duty.start()))
                    : duty.deadline();
            probe = new Item(timeline.id(duty.trigger()), timeline.subject(duty.trigger())).due(shown.due());
        }

        SlaVerdict verdict() {
            if (duty.left() != duty.trigger()) {
                evidence.add(timeline.id(duty.left()));
            }
            if (!duty.isKnown()) {
                return undetermined(duty.deadline().unknown().orElseThrow());
            }
            evidence.addAll(shown.evidence());
            say(shown.history());
            sayPauses();
            stops.undid(duty, stop).ifPresent(row -> {
                evidence.add(timeline.id(row));
                say("an earlier stop was undone at " + Nanos.instant(timeline.occurred(row)));
            });
            return stop.isKnown() && stop.at() <= duty.due() ? inTime() : notInTime();
        }

        /** Whether its deadline depends on what happened before the stop. */
        private boolean isMoving() {
            return rule.options().pause().isPresent()
                    || rule.options().severity().isPresent();
        }

        private void sayPauses() {
            if (rule.options().pause().isEmpty()) {
                return;
            }
            long end = stop.isKnown() ? stop.at() : evaluation.asOf();
            Deadline unpaused = unpaused();
            if (unpaused.due() != shown.due()) {
                evidence.addAll(pauses.evidence(duty.trigger(), duty.start(), Math.min(end, shown.due())));
                say("pauses moved its deadline from " + Nanos.instant(unpaused.due()));
            }
        }

        private Deadline unpaused() {
            return deadlines.unpaused(
                    duty.trigger(),
                    duty.start(),
                    duty.stage().limit(),
                    stop.isKnown() ? Math.max(stop.at(), duty.start()) : evaluation.asOf());
        }

        private void say(String text) {
            probe.detail(text.isEmpty() ? probe.detail : Evaluation.join(probe.detail, text));
        }

        private SlaVerdict inTime() {
            if (stop.doubt().isPresent()) {
                return undetermined(new Reason(stop.doubtReason(), stop.doubt().get()));
            }
            if (shown.mayBeEarlier().isPresent()) {
                return undetermined(shown.mayBeEarlier().get());
            }
            Optional<String> borders = pauses.doubt(duty.trigger(), duty.start(), stop.at());
            if (borders.isPresent() && stop.at() > unpaused().due()) {
                return undetermined(new Reason(ReasonCode.EXPRESSION_ERROR, borders.get()));
            }
            if (!isSeverityKnown() || !isUnseenKnown()) {
                return verdict(Standing.UNDETERMINED, ReasonCode.SOURCE_GAP);
            }
            return reopenings.map(this::unlessReopened).orElseGet(this::conforming);
        }

        /** Whether no change of severity can have been missed that would have made it late. */
        private boolean isSeverityKnown() {
            Optional<SlaOptions.Severity> severity = rule.options().severity();
            return severity.isEmpty()
                    || stop.at()
                            <= deadlines.tightest(duty.start(), duty.stage().limit())
                    || isSilenceAbsence(severity.get().of(), duty.start(), stop.at() + 1);
        }

        /** Whether what a scan did not see would have been reported if it had. */
        private boolean isUnseenKnown() {
            return !stops.isScanned(duty, stop)
                    || stops.scans()
                            .map(s -> isSilenceAbsence(s.unseen().seen(), s.lastSeen(duty) + 1, stop.at() + 1))
                            .orElse(true);
        }

        private SlaVerdict unlessReopened(SlaReopenings reopenings) {
            Optional<String> doubt = reopenings.doubt(reopenings.key(duty.lefts()), stop.at());
            if (doubt.isPresent()) {
                return undetermined(new Reason(ReasonCode.EXPRESSION_ERROR, doubt.get()));
            }
            long end = reopenings.end(stop.at());
            if (end > evaluation.asOf()) {
                stop.evidence().ifPresent(evidence::add);
                say("it may be reopened until " + Nanos.instant(end));
                return verdict(Standing.PENDING, ReasonCode.NOT_YET_DUE);
            }
            return isSilenceAbsence(reopenings.of(), stop.at(), end + 1)
                    ? conforming()
                    : verdict(Standing.UNDETERMINED, ReasonCode.SOURCE_GAP);
        }

        private SlaVerdict conforming() {
            stop.evidence().ifPresent(evidence::add);
            if (stop.at() < duty.start()) {
                say("done ahead of its start");
            }
            return verdict(Standing.CONFORMING, ReasonCode.ON_TIME);
        }

        private SlaVerdict notInTime() {
            stop.evidence().ifPresent(evidence::add);
            if (stop.doubt().isPresent()) {
                return undetermined(new Reason(stop.doubtReason(), stop.doubt().get()));
            }
            if (duty.deadline().mayBeLater().isPresent()) {
                return undetermined(duty.deadline().mayBeLater().get());
            }
            Optional<String> borders = pauses.doubt(duty.trigger(), duty.start(), duty.due());
            if (borders.isPresent()) {
                return undetermined(new Reason(ReasonCode.EXPRESSION_ERROR, borders.get()));
            }
            if (duty.due() > evaluation.asOf()) {
                return pending();
            }
            Stop unlooked = unlooked();
            if (unlooked.doubt().isPresent()) {
                return undetermined(
                        new Reason(unlooked.doubtReason(), unlooked.doubt().get()));
            }
            if (!isAbsent()) {
                return verdict(Standing.UNDETERMINED, ReasonCode.SOURCE_GAP);
            }
            ReasonCode reason = stop.isKnown() ? ReasonCode.LATE : ReasonCode.MISSING;
            return verdict(
                    evaluation.findings.excuses(probe)
                            ? Standing.EXCUSED
                            : stop.isKnown() ? Standing.LATE : Standing.MISSING,
                    reason);
        }

        private SlaVerdict pending() {
            if (duty.deadline().mayBeEarlier().isPresent()) {
                return undetermined(duty.deadline().mayBeEarlier().get());
            }
            boolean owedToPause =
                    rule.options().pause().isPresent() && unpaused().due() <= evaluation.asOf();
            if (owedToPause
                    && !isSilenceAbsence(
                            rule.options().pause().orElseThrow().until(), duty.start(), evaluation.asOf() + 1)) {
                return verdict(Standing.UNDETERMINED, ReasonCode.SOURCE_GAP);
            }
            return verdict(Standing.PENDING, ReasonCode.NOT_YET_DUE);
        }

        /** That no scan came after the last sighting, unless that sighting itself came after the deadline. */
        private Stop unlooked() {
            if (stops.scans().isEmpty() || stop.isKnown()) {
                return Stop.NONE;
            }
            SlaScans scans = stops.scans().get();
            long seen = scans.lastSeen(duty);
            return seen > duty.due() || stops.undid(duty, stop).isPresent() ? Stop.NONE : scans.unlooked(seen);
        }

        /** Whether no stop and no pause can have been missed. */
        private boolean isAbsent() {
            boolean ownWord = duty.stage().stop().isPresent() && stop.isKnown();
            boolean read = ownWord || isSilenceAbsence(silent(), duty.start(), duty.due() + 1);
            return read
                    && rule.options()
                            .pause()
                            .map(p -> isSilenceAbsence(p.from(), duty.start(), duty.due() + 1))
                            .orElse(true);
        }

        /** Whose silence counts: the answers, the scans, or the source of the record that should have been updated. */
        private Selector silent() {
            return duty.stage()
                    .answer()
                    .or(() -> duty.stage().stop().map(field -> rule.trigger().from(timeline.source(duty.trigger()))))
                    .orElseGet(() -> rule.options().unseen().orElseThrow().scan());
        }

        private boolean isSilenceAbsence(Selector selector, long from, long to) {
            return evaluation.isSilenceAbsence(probe, selector, from, to);
        }

        private SlaVerdict undetermined(Reason why) {
            say(why.text());
            return verdict(Standing.UNDETERMINED, why.code());
        }

        private SlaVerdict verdict(Standing standing, ReasonCode reason) {
            return new SlaVerdict(standing, reason, shown.due(), stop, label(), probe.detail, evidence);
        }

        private String label() {
            String stage =
                    duty.stage().name().isEmpty() ? "" : "stage " + duty.stage().name();
            String target = duty.left() == duty.trigger() ? "" : "target " + timeline.id(duty.left());
            return stage.isEmpty() || target.isEmpty() ? stage + target : stage + ", " + target;
        }
    }

    SlaVerdict judge(SlaDuty duty, SlaStops stops) {
        return new Case(duty, stops).verdict();
    }
}

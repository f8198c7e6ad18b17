package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.engine.SlaVerdict.Standing;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Limit;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.SlaStage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The triggers of an SLA rule with what is to be said of each: start, severity, pauses, stop, reopening, targets. */
final class SlaItems {

    /**
     * A trigger.
     *
     * @param row its row
     * @param start when it started; {@link Nanos#NONE} when unknown
     * @param verdicts one for each thing that has to stop
     */
    record Judged(int row, long start, List<SlaVerdict> verdicts) {

        SlaVerdict worst() {
            return verdicts.stream().max(SlaVerdict.WEIGHT).orElseThrow();
        }

        /** When the last of them has to stop; {@link Nanos#NONE} when one of them cannot be said. */
        long due() {
            return verdicts.stream().anyMatch(v -> v.due() == Nanos.NONE)
                    ? Nanos.NONE
                    : verdicts.stream().mapToLong(SlaVerdict::due).max().orElse(Nanos.NONE);
        }

        /** When the last of them stopped; {@link Nanos#NONE} when one of them did not. */
        long stoppedAt() {
            return verdicts.stream().anyMatch(v -> !v.stop().isKnown())
                    ? Nanos.NONE
                    : verdicts.stream().mapToLong(v -> v.stop().at()).max().orElse(Nanos.NONE);
        }
    }

    private final Evaluation evaluation;
    private final SlaRule rule;
    private final SlaTimes times;
    private final SlaDeadlines deadlines;
    private final SlaJudge judge;
    private final Optional<SlaReopenings> reopenings;
    private final Optional<SlaTargets> targets;

    SlaItems(Evaluation evaluation, SlaRule rule, Clock clock) {
        this.evaluation = evaluation;
        this.rule = rule;
        times = new SlaTimes(evaluation, rule);
        SlaPauses pauses = new SlaPauses(evaluation, rule.options().pause());
        deadlines = new SlaDeadlines(evaluation, rule, times, pauses, clock);
        reopenings = rule.options().reopen().map(r -> new SlaReopenings(evaluation, r, clock));
        targets = rule.options().targets().map(t -> new SlaTargets(evaluation, t));
        judge = new SlaJudge(evaluation, rule, pauses, deadlines, reopenings);
    }

    /** Every trigger, in the order given. */
    List<Judged> of(List<Integer> rows) {
        List<List<SlaVerdict>> verdicts = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        for (int row : rows) {
            long start = times.orNone(row, rule.start());
            starts.add(start);
            verdicts.add(new ArrayList<>());
            if (start == Nanos.NONE) {
                verdicts.get(verdicts.size() - 1)
                        .add(unknownStart("", rule.start().path()));
            } else {
                doubtfulTargets(row, start).ifPresent(verdicts.get(verdicts.size() - 1)::add);
            }
        }
        for (SlaStage stage : rule.stages()) {
            judge(stage, rows, starts, verdicts);
        }
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (verdicts.get(i).isEmpty()) {
                verdicts.get(i).add(nothingBegan());
            }
            judged.add(new Judged(rows.get(i), starts.get(i), List.copyOf(verdicts.get(i))));
        }
        return judged;
    }

    private void judge(SlaStage stage, List<Integer> rows, List<Long> starts, List<List<SlaVerdict>> verdicts) {
        List<SlaDuty> duties = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (starts.get(i) == Nanos.NONE || hasNotBegun(stage, row)) {
                continue;
            }
            long start = times.orNone(row, stage.start());
            if (start == Nanos.NONE) {
                verdicts.get(i)
                        .add(unknownStart("stage " + stage.name(), stage.start().path()));
                continue;
            }
            Limit limit = stage.limit();
            Deadline deadline = deadlines.of(row, start, limit, Math.max(start, evaluation.asOf()));
            for (int left : lefts(row, starts.get(i))) {
                duties.add(new SlaDuty(duties.size(), row, left, stage, start, deadline));
                owners.add(i);
            }
        }
        SlaStops stops = new SlaStops(evaluation, rule, stage, times, reopenings, duties);
        for (SlaDuty duty : duties) {
            verdicts.get(owners.get(duty.number())).add(judge.judge(duty, stops));
        }
    }

    private List<Integer> lefts(int row, long start) {
        return targets.map(t -> t.of(row, start)).orElse(List.of(row));
    }

    /** A stage that starts with the stop of another one has not begun while that has not come: the other one counts. */
    private boolean hasNotBegun(SlaStage stage, int row) {
        Set<String> stops = new HashSet<>();
        rule.stages().stream()
                .filter(other -> !other.equals(stage))
                .forEach(other -> other.stop().ifPresent(field -> stops.add(field.path())));
        boolean after = stops.contains(stage.start().path());
        return after && (times.isAbsent(row, stage.start()) || times.orNone(row, stage.start()) > evaluation.asOf());
    }

    private Optional<SlaVerdict> doubtfulTargets(int row, long start) {
        return targets.flatMap(t -> {
            Optional<Reason> doubt = t.doubt(row, start);
            if (doubt.isPresent() || !t.of(row, start).isEmpty()) {
                return doubt.map(why -> verdict("", why));
            }
            return Optional.of(verdict(
                    "",
                    t.isProvenNone(start)
                            ? new Reason(
                                    ReasonCode.EMPTY_POPULATION_PROVEN,
                                    "it has no " + t.selector().words())
                            : new Reason(
                                    ReasonCode.EMPTY_POPULATION_UNPROVEN,
                                    "nothing shows that it has no "
                                            + t.selector().words())));
        });
    }

    private static SlaVerdict unknownStart(String label, String field) {
        return verdict(label, new Reason(ReasonCode.START_UNKNOWN, field + " is absent or not readable as a time"));
    }

    private static SlaVerdict nothingBegan() {
        return verdict("", new Reason(ReasonCode.START_UNKNOWN, "none of its stages began"));
    }

    private static SlaVerdict verdict(String label, Reason why) {
        return new SlaVerdict(Standing.UNDETERMINED, why.code(), Nanos.NONE, Stop.NONE, label, why.text(), List.of());
    }
}

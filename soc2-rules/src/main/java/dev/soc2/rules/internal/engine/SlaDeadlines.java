package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.expr.Verdict;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Limit;
import dev.soc2.rules.rule.SlaOptions;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.TimeAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deadline of a trigger: its limit, moved by pauses, then shortened by each change of severity at its own time. A
 * change that comes after the deadline in force changes nothing.
 */
final class SlaDeadlines {

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final SlaTimes times;
    private final SlaPauses pauses;
    private final PausedClock clock;
    private final Optional<SlaOptions.Severity> severity;
    private final Optional<Tied> changes;
    private final Optional<Program<RowFrame>> approved;

    SlaDeadlines(Evaluation evaluation, SlaRule rule, SlaTimes times, SlaPauses pauses, Clock clock) {
        this.evaluation = evaluation;
        this.times = times;
        this.pauses = pauses;
        this.clock = new PausedClock(clock);
        timeline = evaluation.timeline;
        severity = rule.options().severity();
        changes = severity.map(s -> new Tied(evaluation, s.of(), s.match()));
        approved = severity.flatMap(s -> s.approved().map(text -> evaluation.scene.program(s.of().types(), text)));
    }

    /** The deadline as it stands with what happened up to an instant. */
    Deadline of(int trigger, long start, Limit limit, long until) {
        return of(trigger, start, limit, until, pauses.of(trigger, start));
    }

    /** The same as if the clock had never stood still. */
    Deadline unpaused(int trigger, long start, Limit limit, long until) {
        return of(trigger, start, limit, until, List.of());
    }

    private Deadline of(int trigger, long start, Limit limit, long until, List<Window> still) {
        if (limit.due().isPresent()) {
            Field field = limit.due().get();
            long due = times.orNone(trigger, field);
            return due == Nanos.NONE
                    ? Deadline.unknown(
                            new Reason(ReasonCode.LIMIT_UNKNOWN, field + " is absent or not readable as a time"))
                    : Deadline.at(clock.moved(due, start, still, until));
        }
        Optional<String> value = limit.by().flatMap(field -> evaluation.scene.text(trigger, field));
        Optional<TimeAmount> amount = amount(limit, value);
        if (amount.isEmpty()) {
            return Deadline.unknown(new Reason(
                    ReasonCode.LIMIT_UNKNOWN,
                    limit.by().map(f -> "no limit is set for the value of " + f).orElse("no limit is set")));
        }
        Deadline own = Deadline.at(clock.plus(start, amount.get(), still, until));
        return changes.isPresent() && limit.by().isPresent()
                ? changed(own, value.orElse("none"), trigger, start, limit, until, still)
                : own;
    }

    private static Optional<TimeAmount> amount(Limit limit, Optional<String> value) {
        return value.map(v -> limit.amounts().get(v)).or(limit::amount);
    }

    private Deadline changed(
            Deadline own, String first, int trigger, long start, Limit limit, long until, List<Window> still) {
        Tied tied = changes.orElseThrow();
        Optional<List<String>> key = tied.key(List.of(trigger));
        List<Integer> rows = tied.rows(key);
        long due = own.due();
        List<String> evidence = new ArrayList<>();
        StringBuilder history = new StringBuilder("severity " + first);
        Optional<Reason> earlier = Optional.empty();
        Optional<Reason> later = Optional.empty();
        for (int i = tied.firstAtOrAfter(rows, start); i < rows.size(); i++) {
            int row = rows.get(i);
            long at = timeline.occurred(row);
            if (at > due || at > until) {
                break;
            }
            Optional<String> value =
                    evaluation.scene.text(row, severity.orElseThrow().field());
            Optional<TimeAmount> amount = amount(limit, value);
            evidence.add(timeline.id(row));
            history.append(", ").append(value.orElse("none")).append(" from ").append(Nanos.instant(at));
            if (amount.isEmpty()) {
                earlier = Optional.of(new Reason(
                        ReasonCode.LIMIT_UNKNOWN,
                        "no limit is set for severity " + value.orElse("none") + " from " + Nanos.instant(at)));
                continue;
            }
            long anew = clock.plus(start, amount.get(), still, until);
            Verdict reclassified = anew > due ? isApproved(row) : Verdict.FALSE;
            if (reclassified == Verdict.TRUE) {
                history.append(" (approved)");
                due = anew;
            } else if (reclassified == Verdict.ERROR) {
                later = Optional.of(new Reason(
                        ReasonCode.EXPRESSION_ERROR,
                        "record '" + timeline.id(row) + "' may be an approved reclassification"));
            }
            due = Math.min(due, reclassified == Verdict.TRUE ? anew : clock.plus(at, amount.get(), still, until));
        }
        Optional<Integer> doubtful = tied.doubtful(key, start, Math.min(due, until));
        if (doubtful.isPresent()) {
            Reason why =
                    new Reason(ReasonCode.EXPRESSION_ERROR, tied.doubt(doubtful.get(), "a change of its severity"));
            earlier = earlier.or(() -> Optional.of(why));
            later = approved.isPresent() ? later.or(() -> Optional.of(why)) : later;
        }
        return new Deadline(
                due, evidence.isEmpty() ? "" : history.toString(), evidence, Optional.empty(), earlier, later);
    }

    private Verdict isApproved(int row) {
        return approved.map(expression -> expression.test(new RowFrame(row))).orElse(Verdict.FALSE);
    }

    /** The earliest deadline that any change of severity up to an instant could have set. */
    long tightest(long start, Limit limit) {
        return Stream.concat(limit.amounts().values().stream(), limit.amount().stream())
                .mapToLong(amount -> clock.plus(start, amount, List.of(), start))
                .min()
                .orElse(Nanos.FOREVER);
    }
}

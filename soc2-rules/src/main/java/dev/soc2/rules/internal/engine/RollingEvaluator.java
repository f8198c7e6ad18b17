package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.RollingRule;
import java.util.List;
import java.util.Optional;

/** CADENCE in rolling mode: no gap between occurrences is too long, and enough of them lie inside the window. */
record RollingEvaluator(RollingRule rule) implements Evaluator {

    static Evaluator plan(RollingRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.of());
        conditions.lookUp(rule.of(), List.of(Field.SUBJECT));
        rule.retired().ifPresent(retired -> conditions.plan(place, retired));
        rule.subjects().match(() -> true, () -> true, listed -> true, selector -> {
            conditions.plan(place, selector);
            conditions.lookUp(selector, List.of(Field.SUBJECT));
            return true;
        });
        return new RollingEvaluator(rule);
    }

    @Override
    public boolean isCutByStart() {
        return true;
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        Clock clock = new Clock(evaluation.zone(), Optional.empty());
        int lives = 0;
        boolean idle = true;
        for (Life life : Life.of(evaluation, rule.of(), rule.subjects(), rule.retired())) {
            Window window = evaluation.window.intersect(life.existence());
            if (!window.isEmpty()) {
                lives++;
                idle &= new Gaps(evaluation, life, window, clock).settle();
            }
        }
        if (idle && lives > 0) {
            evaluation.findings.emptyMeans(OperatingConclusion.DID_NOT_OPERATE);
        }
    }

    /** At an instant: the last occurrence is not overdue. */
    @Override
    public void inspect(Evaluation evaluation) {
        Clock clock = new Clock(evaluation.zone(), Optional.empty());
        for (Life life : Life.of(evaluation, rule.of(), rule.subjects(), rule.retired())) {
            if (life.existence().contains(evaluation.window.to() - 1)) {
                new Gaps(evaluation, life, evaluation.window, clock).show();
            }
        }
    }

    /** The gaps of one subject. */
    private final class Gaps {

        private final Evaluation evaluation;
        private final Life life;
        private final Window window;
        private final Clock clock;
        private final List<Integer> inside;
        private final Optional<Integer> lookback;

        Gaps(Evaluation evaluation, Life life, Window window, Clock clock) {
            this.evaluation = evaluation;
            this.life = life;
            this.window = window;
            this.clock = clock;
            inside = life.occurrences().stream()
                    .filter(row -> window.contains(evaluation.timeline.occurred(row)))
                    .toList();
            lookback = life.occurrences().stream()
                    .filter(row -> evaluation.timeline.occurred(row) < window.from())
                    .reduce((first, second) -> second);
        }

        private long limit(long from) {
            return clock.plus(clock.plus(from, rule.every()), rule.grace());
        }

        /** Settles gaps and floor; true when nothing fell inside, nothing had to, and the occurrence before is fresh. */
        boolean settle() {
            long anchor = lookback.map(evaluation.timeline::occurred).orElse(window.from());
            boolean born = life.existence().from() == window.from();
            boolean known = lookback.isPresent() || born;
            long newest = inside.isEmpty() ? anchor : evaluation.timeline.occurred(inside.get(inside.size() - 1));
            boolean exceeded = window.to() > limit(newest);
            boolean shown = false;
            for (int row : inside) {
                long at = evaluation.timeline.occurred(row);
                // Occurrences of one instant end one gap; one on the anchor is a gap only if nothing else would show
                // it.
                if (at > anchor || (!shown && at == newest && !exceeded)) {
                    closed(anchor, row, known);
                    shown = true;
                }
                anchor = at;
                known = true;
            }
            if (exceeded) {
                last(anchor);
            }
            boolean floored = floor();
            if (!floored && !exceeded && inside.isEmpty() && lookback.isPresent()) {
                evaluation.findings.note(ReasonCode.NOT_YET_DUE, life.prefix() + "the next one falls due later");
                return true;
            }
            if (!floored && !exceeded && inside.isEmpty() && isUnknown()) {
                evaluation.findings.undetermined(
                        gap(window.from(), window.to()).detail("nothing is known of it"), ReasonCode.NO_LOOKBACK);
            }
            return false;
        }

        /** Whether the last occurrence before the end of the window is still good. */
        void show() {
            long instant = window.to() - 1;
            Optional<Integer> last = inside.isEmpty() ? lookback : Optional.of(inside.get(inside.size() - 1));
            long birth = life.existence().from();
            if (last.isEmpty() && birth != Nanos.NONE && limit(birth) >= instant) {
                evaluation.findings.note(ReasonCode.NOT_YET_DUE, life.prefix() + "younger than one interval");
                return;
            }
            long anchor = last.map(evaluation.timeline::occurred).orElse(birth);
            Item item = anchor == Nanos.NONE
                    ? new Item(life.prefix() + "gap", life.subject()).due(instant)
                    : gap(anchor, window.to());
            last.ifPresent(row -> item.at(evaluation.timeline.occurred(row)).evidence(evaluation.timeline.id(row)));
            if (last.isPresent() && instant <= limit(anchor)) {
                evaluation.findings.conforming(item, ReasonCode.ON_TIME);
            } else if (!isDoubtful(item, anchor, window.to())) {
                evaluation.absent(
                        item, rule.of(), anchor == Nanos.NONE ? instant : anchor, window.to(), ReasonCode.MISSING);
            }
        }

        /** Whether one of several subjects existed long enough for an occurrence before the window to be expected. */
        private boolean isUnknown() {
            long birth = life.existence().from();
            return !life.subject().isEmpty()
                    && birth < window.from()
                    && (birth == Nanos.NONE || limit(birth) < window.to());
        }

        private Item gap(long from, long to) {
            return new Item(life.prefix() + "gap " + Nanos.instant(from), life.subject())
                    .from(from)
                    .due(limit(from))
                    .time(limit(from))
                    .span(from, to);
        }

        private void closed(long from, int row, boolean known) {
            long at = evaluation.timeline.occurred(row);
            Item item = gap(from, at).at(at).evidence(evaluation.timeline.id(row));
            if (!known) {
                evaluation.findings.note(
                        ReasonCode.NO_LOOKBACK, life.prefix() + "nothing is known of the time before the period");
            }
            if (at <= limit(from)) {
                evaluation.findings.conforming(item, known ? ReasonCode.ON_TIME : ReasonCode.NO_LOOKBACK);
            } else if (!isDoubtful(item, from, at)) {
                evaluation.absent(item, rule.of(), from, at, ReasonCode.LATE);
            }
        }

        private void last(long from) {
            Optional<Integer> closing = life.occurrences().stream()
                    .filter(row -> evaluation.timeline.occurred(row) >= window.to())
                    .findFirst();
            Item item = gap(from, window.to());
            closing.ifPresent(row -> item.at(evaluation.timeline.occurred(row)).evidence(evaluation.timeline.id(row)));
            if (!isDoubtful(item, from, window.to())) {
                evaluation.absent(
                        item, rule.of(), from, window.to(), closing.isPresent() ? ReasonCode.LATE : ReasonCode.MISSING);
            }
        }

        /** Whether an occurrence that cannot be told from one lies in a gap; settles the item when it does. */
        private boolean isDoubtful(Item item, long from, long to) {
            Optional<Integer> doubtful = life.doubtful().stream()
                    .filter(row -> evaluation.timeline.occurred(row) >= from && evaluation.timeline.occurred(row) < to)
                    .findFirst();
            doubtful.ifPresent(row -> evaluation.findings.undetermined(
                    item.evidence(evaluation.timeline.id(row)).detail(evaluation.scene.doubt(rule.of(), row)),
                    ReasonCode.EXPRESSION_ERROR));
            return doubtful.isPresent();
        }

        /** Adds an item when fewer lie inside than must; true when some must. */
        private boolean floor() {
            Window own = window.intersect(evaluation.own);
            if (own.isEmpty()) {
                return false;
            }
            List<Integer> counted = inside.stream()
                    .filter(row -> own.contains(evaluation.timeline.occurred(row)))
                    .toList();
            int least = rule.minInPeriod().orElseGet(() -> wholeIntervals(own));
            if (counted.size() < least) {
                Item item = new Item(life.prefix() + "minInPeriod", life.subject())
                        .from(own.from())
                        .due(own.to())
                        .time(own.to())
                        .span(own.from(), own.to())
                        .detail(counted.size() + " inside the period, at least " + least + " must be");
                counted.forEach(row -> item.evidence(evaluation.timeline.id(row)));
                long end = own.to() < window.to()
                        ? own.to()
                        : evaluation.whole.intersect(life.existence()).to();
                if (rule.minInPeriod().isPresent() && end > evaluation.asOf()) {
                    evaluation.findings.pending(item.due(end).time(end));
                } else if (!isDoubtful(item, own.from(), own.to())) {
                    evaluation.absent(item, rule.of(), own.from(), own.to(), ReasonCode.MISSING);
                }
            }
            return least > 0;
        }

        /** How many intervals of `every` and `grace`, counted from the start, fit into the window. */
        private int wholeIntervals(Window own) {
            int count = 0;
            while (after(own, count + 1) <= own.to()) {
                count++;
            }
            return count;
        }

        private long after(Window own, int intervals) {
            return clock.plus(
                    clock.plus(own.from(), rule.every().times(intervals)),
                    rule.grace().times(intervals));
        }
    }
}

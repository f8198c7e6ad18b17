package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.FreshnessRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One life of a subject: when something good was there, and when it was not. */
final class FreshHistory {

    final Life life;
    final Window alive;
    final Windows sure;
    private final Windows possible;
    private final List<Validity> validities;
    private final List<Validity> doubtful;
    private final FreshnessRule rule;
    private final Clock clock;
    private final Window window;
    private final long asOf;
    private final Map<Long, Integer> rowByStart = new HashMap<>();
    private final Map<Long, Integer> rowByEnd = new HashMap<>();

    FreshHistory(Evaluation evaluation, FreshnessRule rule, Life life, List<Validity> validities) {
        this.rule = rule;
        this.life = life;
        this.validities = List.copyOf(validities);
        doubtful = validities.stream().filter(v -> v.doubt().isPresent()).toList();
        clock = new Clock(evaluation.zone(), Optional.empty());
        window = evaluation.window;
        asOf = evaluation.asOf();
        alive = window.intersect(life.existence());
        sure = Windows.of(validities.stream().map(Validity::sure).toList());
        possible = Windows.of(validities.stream().map(Validity::possible).toList());
        for (Validity validity : validities) {
            if (!validity.sure().isEmpty()) {
                rowByStart.merge(validity.sure().from(), validity.row(), Math::min);
                rowByEnd.merge(validity.sure().to(), validity.row(), Math::min);
            }
        }
    }

    long birth() {
        return life.existence().from();
    }

    boolean isBirthKnown() {
        return birth() != Nanos.NONE;
    }

    /** Whether something good was there for a part of the time. */
    boolean isCovered() {
        return !sure.within(alive).isEmpty();
    }

    /** The gaps that reach into the time in which it is asked for. */
    List<FreshGap> gaps() {
        Windows gaps = sure.gapsIn(new Window(origin(), end()));
        return gaps.parts().stream()
                .map(this::gap)
                .filter(gap -> !gap.inside().isEmpty())
                .toList();
    }

    /** Where knowledge begins: with the subject, with the first validity, or else with the window. */
    private long origin() {
        if (isBirthKnown()) {
            return birth();
        }
        return sure.isEmpty() ? window.from() : Math.min(sure.parts().get(0).from(), window.from());
    }

    private long end() {
        return Math.min(life.existence().to(), asOf + 1);
    }

    private FreshGap gap(Window gap) {
        boolean first = gap.from() == origin();
        FreshGap.Before before =
                !first ? FreshGap.Before.GOOD : isBirthKnown() ? FreshGap.Before.BIRTH : FreshGap.Before.UNKNOWN;
        long due = before == FreshGap.Before.BIRTH ? firstDue() : Math.max(graced(gap.from()), firstDue());
        return new FreshGap(gap, gap.intersect(alive), due, gap.to() < end(), before);
    }

    /** Until when nothing is asked of a new subject. */
    private long firstDue() {
        return isBirthKnown() ? clock.plus(birth(), rule.initialGrace().orElse(rule.grace())) : Nanos.NONE;
    }

    /** A doubt that decides whether a gap is one: with what may be good taken as good, it would be in its grace. */
    Optional<Validity> doubt(FreshGap gap) {
        return doubtful.isEmpty() || remains(gap)
                ? Optional.empty()
                : doubtful.stream()
                        .filter(validity ->
                                !validity.possible().intersect(gap.inside()).isEmpty())
                        .findFirst();
    }

    private boolean remains(FreshGap gap) {
        long begin = gap.inside().from();
        return possible.gapsIn(gap.inside()).parts().stream()
                .anyMatch(part -> part.to() > (part.from() == begin ? gap.due() : graced(part.from())));
    }

    /** Something of which it cannot be said whether it is good at an instant. */
    Optional<Validity> doubtAt(long instant) {
        return doubtful.stream()
                .filter(validity -> validity.possible().contains(instant))
                .findFirst();
    }

    /** How far back something can have been done that is still good at an instant. */
    Window lookback(long instant) {
        return new Window(instant - (clock.plus(instant, rule.validity()) - instant), instant);
    }

    private long graced(long from) {
        return clock.plus(from, rule.grace());
    }

    /** The record whose validity ends where a gap begins. */
    Optional<Integer> rowBefore(FreshGap gap) {
        return Optional.ofNullable(rowByEnd.get(gap.window().from()));
    }

    /** The record that closes a gap. */
    Optional<Integer> rowAfter(FreshGap gap) {
        return gap.closed() ? Optional.ofNullable(rowByStart.get(gap.window().to())) : Optional.empty();
    }

    /** The records that are good for a part of the time in which it is asked for. */
    List<Integer> rows() {
        return validities.stream()
                .filter(validity -> !validity.sure().intersect(alive).isEmpty())
                .map(Validity::row)
                .toList();
    }
}

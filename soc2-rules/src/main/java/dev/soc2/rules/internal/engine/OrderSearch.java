package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.engine.StepRecords.Level;
import dev.soc2.rules.internal.timeline.Nanos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Looks for a choice of records, one for each step, that satisfies what an order asks up to some level, from the last
 * step back to the first.
 *
 * <p>Of records that differ in nothing but their time the latest that is early enough leaves most freedom to the steps
 * before it, unless a withdrawal lies between: so one record for each group and each stretch between withdrawals is
 * looked at, and nothing twice from the same place. That is exact, and bounded by the number of groups; where groups
 * are many, by a number of steps after which it is not known whether there is a choice.
 */
final class OrderSearch {

    /** Groups and records that are looked at for one item, at most. */
    static final int MOST_STEPS = 10_000;

    private final OrderingPlan plan;
    private final Clock clock;
    private final List<StepRecords> steps;
    private final List<Optional<Set<String>>> itemPersons;
    private int spent;

    OrderSearch(OrderingPlan plan, Clock clock, List<StepRecords> steps, List<Optional<Set<String>>> itemPersons) {
        this.plan = plan;
        this.clock = clock;
        this.steps = steps;
        this.itemPersons = itemPersons;
    }

    boolean isExhausted() {
        return spent > MOST_STEPS;
    }

    /**
     * A choice that ends with a record.
     *
     * @param level what is asked
     * @param possible whether what cannot be said is taken the best way, or the worst
     * @param last record of the last step
     * @param unread steps of which an unread source may hold a record
     */
    Optional<List<StepRecord>> find(Level level, boolean possible, StepRecord last, Collection<Integer> unread) {
        Descent descent = new Descent(level, possible, Set.copyOf(unread));
        descent.chosen[plan.last()] = last;
        return descent.differs(plan.last(), last) && descent.descend(plan.last() - 1)
                ? Optional.of(List.of(descent.chosen))
                : Optional.empty();
    }

    private final class Descent {

        private final Level level;
        private final boolean possible;
        private final Set<Integer> unread;
        private final StepRecord[] chosen = new StepRecord[plan.size()];
        private final Set<List<Object>> deadEnds = new HashSet<>();

        Descent(Level level, boolean possible, Set<Integer> unread) {
            this.level = level;
            this.possible = possible;
            this.unread = unread;
        }

        boolean descend(int step) {
            if (step < 0) {
                return true;
            }
            List<Object> place = place(step);
            if (deadEnds.contains(place)) {
                return false;
            }
            for (StepRecord option : options(step)) {
                chosen[step] = option;
                if (descend(step - 1)) {
                    return true;
                }
                if (isExhausted()) {
                    return false;
                }
            }
            deadEnds.add(place);
            return false;
        }

        /** All that the steps up to one depend on: the record after it, and persons that they must differ from. */
        private List<Object> place(int step) {
            List<Object> place = new ArrayList<>();
            place.add(step);
            place.add(chosen[step + 1].row());
            if (level == Level.DISTINCT) {
                plan.pairs.stream()
                        .filter(pair -> pair.low() <= step && pair.low() >= 0 && pair.high() > step + 1)
                        .forEach(pair -> {
                            StepRecord later = chosen[pair.high()];
                            place.add(later.isUnread() ? "" : later.persons().get(pair.highField()));
                        });
            }
            return place;
        }

        private List<StepRecord> options(int step) {
            List<StepRecord> found = new ArrayList<>();
            for (List<StepRecord> group : groups(step)) {
                spent++;
                StepRecord one = group.get(0);
                if ((possible || one.certain()) && differs(step, one)) {
                    latest(step, group, found);
                }
            }
            found.sort(Comparator.comparingLong(StepRecord::hi)
                    .thenComparingInt(StepRecord::row)
                    .reversed());
            if (unread.contains(step)) {
                found.add(StepRecord.UNREAD);
            }
            return found;
        }

        private List<List<StepRecord>> groups(int step) {
            Map<Optional<String>, List<List<StepRecord>>> groups =
                    steps.get(step).groups(level);
            Optional<String> asked = chosen[plan.last()].revision();
            if (level.compareTo(Level.REVISION) < 0 || !plan.compares(step) || (possible && asked.isEmpty())) {
                return groups.values().stream().flatMap(List::stream).toList();
            }
            List<List<StepRecord>> found = new ArrayList<>();
            if (asked.isPresent()) {
                found.addAll(groups.getOrDefault(asked, List.of()));
            }
            if (possible) {
                found.addAll(groups.getOrDefault(Optional.<String>empty(), List.of()));
            }
            return found;
        }

        /** Whether the persons of a record differ from those of the item, of itself and of the steps after it. */
        boolean differs(int step, StepRecord one) {
            if (level != Level.DISTINCT) {
                return true;
            }
            for (OrderingPlan.Pair pair : plan.pairs) {
                if (pair.high() == step && pair.low() == step) {
                    if (!differ(one, pair.lowField(), one, pair.highField())) {
                        return false;
                    }
                } else if (pair.high() == step && pair.low() == OrderingPlan.ITEM) {
                    if (!differ(itemPersons.get(pair.lowField()), persons(one, pair.highField()), one.isUnread())) {
                        return false;
                    }
                } else if (pair.low() == step && !differ(one, pair.lowField(), chosen[pair.high()], pair.highField())) {
                    return false;
                }
            }
            return true;
        }

        private boolean differ(StepRecord one, int field, StepRecord other, int otherField) {
            return differ(persons(one, field), persons(other, otherField), one.isUnread() || other.isUnread());
        }

        private Optional<Set<String>> persons(StepRecord step, int field) {
            return step.isUnread() ? Optional.empty() : step.persons().get(field);
        }

        private boolean differ(Optional<Set<String>> one, Optional<Set<String>> other, boolean anyUnread) {
            if (anyUnread || one.isEmpty() || other.isEmpty()) {
                return possible;
            }
            return one.get().stream().noneMatch(other.get()::contains);
        }

        /** The latest record of a group that is early enough, and of each stretch between withdrawals before it. */
        private void latest(int step, List<StepRecord> group, List<StepRecord> found) {
            StepRecord next = chosen[step + 1];
            int place = lastUpTo(group, withSkew(possible ? next.hi() : next.lo(), group.get(0), next));
            while (place >= 0) {
                spent++;
                StepRecord one = group.get(place);
                if (!isInForce(step, one, next)) {
                    return;
                }
                found.add(one);
                OptionalLong withdrawn = step == 0 || level.compareTo(Level.IN_FORCE) < 0
                        ? OptionalLong.empty()
                        : steps.get(step - 1).withdrawals().lastUpTo(!possible, time(one));
                if (withdrawn.isEmpty() || isExhausted()) {
                    return;
                }
                place = lastUpTo(group, withdrawn.getAsLong() - 1);
            }
        }

        private boolean isInForce(int step, StepRecord one, StepRecord next) {
            return level.compareTo(Level.IN_FORCE) < 0
                    || (possible
                            ? !steps.get(step).withdrawals().anyIn(false, one.hi(), next.lo())
                            : !steps.get(step).withdrawals().anyIn(true, one.lo(), next.hi()));
        }

        private long time(StepRecord one) {
            return possible ? one.lo() : one.hi();
        }

        private int lastUpTo(List<StepRecord> group, long bound) {
            int low = 0;
            int high = group.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (time(group.get(middle)) <= bound) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low - 1;
        }

        private long withSkew(long bound, StepRecord one, StepRecord next) {
            boolean open = bound == Nanos.NONE || bound == Nanos.FOREVER;
            return open || one.source().equals(next.source()) ? bound : clock.plus(bound, plan.rule.clockSkew());
        }
    }
}

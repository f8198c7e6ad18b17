package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says of a choice of records what is wrong with it, or what cannot be said of it. */
final class OrderingWords {

    private final Evaluation evaluation;
    private final OrderingPlan plan;
    private final OrderingRecords records;
    private final List<StepRecords> steps;
    private final int row;

    OrderingWords(Evaluation evaluation, OrderingPlan plan, OrderingRecords records, List<StepRecords> steps, int row) {
        this.evaluation = evaluation;
        this.plan = plan;
        this.records = records;
        this.steps = steps;
        this.row = row;
    }

    /** Why it cannot be said whether an item conforms. */
    record Doubt(ReasonCode code, String text) {}

    private String named(int step, StepRecord one) {
        return one.isUnread() ? plan.name(step) : plan.name(step) + " '" + evaluation.timeline.id(one.row()) + "'";
    }

    private String timed(int step, StepRecord one) {
        return named(step, one)
                + (one.hasInstant()
                        ? " of " + Nanos.instant(one.lo())
                        : one.hasTime()
                                ? " of "
                                        + Nanos.instant(one.lo())
                                                .atZone(evaluation.zone())
                                                .toLocalDate()
                                : "");
    }

    /** What a reader should know of a conforming choice: steps that only the clock skew puts in order. */
    String flag(List<StepRecord> choice) {
        List<String> flags = new ArrayList<>();
        for (int step = 0; step < plan.last(); step++) {
            if (choice.get(step).lo() > choice.get(step + 1).hi()) {
                flags.add(timed(step, choice.get(step)) + " lies after " + timed(step + 1, choice.get(step + 1))
                        + ", within the clock skew " + plan.rule.clockSkew().written());
            }
        }
        return String.join("; ", flags);
    }

    /** The first two steps whose earliest records contradict the order; where each pair does not, the steps by name. */
    String outOfOrder(List<StepRecord> earliest) {
        for (int step = plan.last() - 1; step >= 0; step--) {
            StepRecord one = earliest.get(step);
            StepRecord next = earliest.get(step + 1);
            if (!one.isUnread() && !next.isUnread() && one.lo() > next.hi()) {
                return timed(step, one) + " lies after " + timed(step + 1, next);
            }
        }
        return "no choice of records comes in this order";
    }

    String withdrawn(List<StepRecord> choice) {
        for (int step = 0; step + 1 < choice.size(); step++) {
            if (steps.get(step)
                    .withdrawals()
                    .anyIn(false, choice.get(step).hi(), choice.get(step + 1).lo())) {
                return named(step, choice.get(step)) + " was withdrawn before " + named(step + 1, choice.get(step + 1));
            }
        }
        return "no choice of records was in force all the way";
    }

    String revisions(List<StepRecord> choice) {
        List<String> words = new ArrayList<>();
        for (int step = 0; step < choice.size(); step++) {
            if (plan.compares(step)) {
                words.add(named(step, choice.get(step)) + " "
                        + choice.get(step).revision().orElse("of no revision"));
            }
        }
        return plan.revision() + " differs: " + String.join(", ", words);
    }

    String samePerson(List<StepRecord> choice) {
        for (OrderingPlan.Pair pair : plan.pairs) {
            Set<String> both =
                    new TreeSet<>(persons(choice, pair.low(), pair.lowField()).orElse(Set.of()));
            both.retainAll(persons(choice, pair.high(), pair.highField()).orElse(Set.of()));
            if (!both.isEmpty()) {
                return pair.words() + " are both " + String.join(", ", both);
            }
        }
        return "no choice of records has different persons";
    }

    private Optional<Set<String>> persons(List<StepRecord> choice, int step, int field) {
        if (step == OrderingPlan.ITEM) {
            return records.persons(row, plan.fieldsOf(step)).get(field);
        }
        return step >= choice.size() || choice.get(step).isUnread()
                ? Optional.empty()
                : choice.get(step).persons().get(field);
    }

    /** How late a step may lie and still surely be before the next one. */
    private long withSkew(StepRecord one, StepRecord next) {
        boolean oneSource = one.source().equals(next.source());
        return oneSource || next.lo() == Nanos.NONE
                ? next.lo()
                : new Clock(evaluation.zone(), Optional.empty()).plus(next.lo(), plan.rule.clockSkew());
    }

    /** What keeps a possible choice from being a sure one. */
    Doubt doubt(List<StepRecord> choice) {
        for (int step = 0; step < choice.size(); step++) {
            StepRecord one = choice.get(step);
            if (!one.certain()) {
                String why = records.doubt(step, one.row()).orElse("it does not say in which role");
                return error(named(step, one) + " may not be this step: " + why);
            }
            if (!one.hasTime()) {
                return new Doubt(
                        ReasonCode.START_UNKNOWN,
                        plan.step(step).at() + " of " + named(step, one) + " is absent or not readable as a time");
            }
        }
        for (int step = 0; step + 1 < choice.size(); step++) {
            StepRecord one = choice.get(step);
            StepRecord next = choice.get(step + 1);
            if (one.hi() > withSkew(one, next) && !(one.hasInstant() && next.hasInstant())) {
                return new Doubt(
                        ReasonCode.START_UNKNOWN,
                        "only the day is known: " + timed(step, one) + " and " + timed(step + 1, next));
            }
        }
        return absence(choice);
    }

    private Doubt absence(List<StepRecord> choice) {
        for (int step = 0; step < choice.size(); step++) {
            if (plan.compares(step) && choice.get(step).revision().isEmpty()) {
                return error(plan.revision() + " of " + named(step, choice.get(step)) + " is absent");
            }
        }
        for (OrderingPlan.Pair pair : plan.pairs) {
            for (int[] side :
                    List.of(new int[] {pair.low(), pair.lowField()}, new int[] {pair.high(), pair.highField()})) {
                if (persons(choice, side[0], side[1]).isEmpty()) {
                    return error(plan.fieldsOf(side[0]).get(side[1]) + " is absent");
                }
            }
        }
        for (int step = 0; step + 1 < choice.size(); step++) {
            if (steps.get(step)
                    .withdrawals()
                    .anyIn(true, choice.get(step).lo(), choice.get(step + 1).hi())) {
                return error(named(step, choice.get(step)) + " may have been withdrawn before "
                        + named(step + 1, choice.get(step + 1)));
            }
        }
        return error("it cannot be said which records belong to it");
    }

    private static Doubt error(String text) {
        return new Doubt(ReasonCode.EXPRESSION_ERROR, text);
    }
}

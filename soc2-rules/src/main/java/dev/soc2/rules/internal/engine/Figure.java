package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.MissingAmount;
import dev.soc2.rules.rule.Target;
import dev.soc2.rules.rule.TargetOperator;
import java.util.Optional;

/**
 * What a figure may be when not everything was measured: every value from the least to the greatest.
 *
 * @param least the least; empty: nothing bounds it
 * @param greatest the greatest; empty: nothing bounds it
 */
record Figure(Optional<Quotient> least, Optional<Quotient> greatest) {

    /** How a figure stands to its target. */
    enum Standing {
        MET,
        MISSED,
        /** The worst case misses it, and the best one does not. */
        UNDECIDED
    }

    static Figure exactly(Quotient value) {
        return new Figure(Optional.of(value), Optional.of(value));
    }

    static Figure between(Quotient least, Quotient greatest) {
        return new Figure(Optional.of(least), Optional.of(greatest));
    }

    private Optional<Quotient> worst(Target target) {
        return target.operator().isUpperBound() ? greatest : least;
    }

    private Optional<Quotient> best(Target target) {
        return target.operator().isUpperBound() ? least : greatest;
    }

    /** The one case that is left when what is missing is good, or bad. */
    Figure deciding(MissingAmount missing, Target target) {
        return switch (missing) {
            case UNKNOWN -> this;
            case COUNT_AS_BAD -> new Figure(worst(target), worst(target));
            case COUNT_AS_GOOD -> new Figure(best(target), best(target));
        };
    }

    Standing against(Target target) {
        Optional<Integer> low = least.map(q -> q.compareTo(target.bound()));
        Optional<Integer> high = greatest.map(q -> q.compareTo(target.bound()));
        if (target.operator() == TargetOperator.EXACTLY) {
            boolean met = low.equals(Optional.of(0)) && high.equals(Optional.of(0));
            boolean missed = low.filter(c -> c > 0).isPresent()
                    || high.filter(c -> c < 0).isPresent();
            return met ? Standing.MET : missed ? Standing.MISSED : Standing.UNDECIDED;
        }
        Optional<Integer> worst = target.operator().isUpperBound() ? high : low;
        Optional<Integer> best = target.operator().isUpperBound() ? low : high;
        if (worst.filter(target.operator()::isMet).isPresent()) {
            return Standing.MET;
        }
        return best.filter(c -> !target.operator().isMet(c)).isPresent() ? Standing.MISSED : Standing.UNDECIDED;
    }

    /** The figure and its target, such as {@code 43036/43080 = 99.89786 %, target >= 99.9%}. */
    String words(Target target, boolean percent) {
        String words = least.equals(greatest) && least.isPresent()
                ? words(least, target, percent)
                : "worst " + words(worst(target), target, percent) + ", best " + words(best(target), target, percent);
        return words + ", target " + target.words();
    }

    private static String words(Optional<Quotient> value, Target target, boolean percent) {
        return value.map(q -> q.words(target.bound(), percent)).orElse("unknown");
    }
}

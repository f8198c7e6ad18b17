package dev.soc2.rules.sampling;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a sample is extended: set before anybody looks. A sample that does not support the control, with no more
 * deviations than a step bears, is extended to the size of the step; with more, the plan ends there.
 *
 * @param steps the steps, to ever larger sizes; empty: the sample is never extended
 */
public record Expansion(List<Step> steps) {

    /** Never extended. */
    public static final Expansion NONE = new Expansion(List.of());

    /** The customary plan: with one deviation extend to 40. */
    public static final Expansion CUSTOMARY = new Expansion(List.of(new Step(1, 40)));

    private static final MathContext UP = new MathContext(40, RoundingMode.CEILING);

    /**
     * A step.
     *
     * @param deviations with how many deviations at most the sample is extended, at least 1
     * @param size to which size
     */
    public record Step(int deviations, int size) {

        /** Checks the invariants. */
        public Step {
            Rates.sample(size, 0);
            if (deviations < 1 || deviations >= size) {
                throw new IllegalArgumentException("a sample of " + size + " is no extension for " + deviations
                        + " deviations; write from 1 up to fewer than the size");
            }
        }
    }

    /** Checks that sizes grow. */
    public Expansion {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).size() <= steps.get(i - 1).size()) {
                throw new IllegalArgumentException("each step extends to a larger size than the one before");
            }
        }
    }

    /**
     * The size to which a sample is extended.
     *
     * @param looks how often it was extended
     * @param deviations deviations in what was drawn
     * @return the size, or empty when the plan ends
     */
    public Optional<Integer> next(int looks, int deviations) {
        return Optional.of(looks)
                .filter(look -> look < steps.size())
                .map(steps::get)
                .filter(step -> deviations <= step.deviations())
                .map(Step::size);
    }

    /**
     * The true risk of the plan: how probable it is that some look supports a control whose rate is just the tolerable
     * one. With one look it is at most {@code 1 - confidence}; each further look adds to it.
     *
     * @param first size of the first sample
     * @param confidence such as 0.90
     * @param tolerable such as 0.10
     * @return the risk, rounded up
     */
    public BigDecimal risk(int first, BigDecimal confidence, BigDecimal tolerable) {
        BigDecimal risk = BigDecimal.ZERO;
        List<BigDecimal> open = List.of(BigDecimal.ONE);
        int size = 0;
        int most = most(first, confidence, tolerable);
        for (int look = 0; look <= steps.size(); look++) {
            int to = look == 0 ? first : steps.get(look - 1).size();
            open = after(open, Math.max(0, to - size), tolerable, most);
            size = Math.max(size, to);
            List<BigDecimal> still = new ArrayList<>();
            for (int k = 0; k < open.size(); k++) {
                if (k < size && Binomial.supports(size, k, confidence, tolerable)) {
                    risk = risk.add(open.get(k), UP);
                    still.add(BigDecimal.ZERO);
                } else if (next(look, k).isPresent()) {
                    still.add(open.get(k));
                }
            }
            open = List.copyOf(still);
        }
        return risk.min(BigDecimal.ONE);
    }

    /** The most deviations that still matter: more neither support the control at any look nor extend the sample. */
    private int most(int first, BigDecimal confidence, BigDecimal tolerable) {
        int largest = steps.isEmpty()
                ? first
                : Math.max(first, steps.get(steps.size() - 1).size());
        int most = steps.stream().mapToInt(Step::deviations).max().orElse(0);
        while (most < largest && Binomial.supports(largest, most, confidence, tolerable)) {
            most++;
        }
        return most;
    }

    /** Probabilities of each count of deviations after so many items more. */
    private static List<BigDecimal> after(List<BigDecimal> before, int items, BigDecimal rate, int most) {
        BigDecimal miss = BigDecimal.ONE.subtract(rate);
        List<BigDecimal> now = new ArrayList<>(before);
        for (int i = 0; i < items; i++) {
            List<BigDecimal> next = new ArrayList<>();
            for (int k = 0; k <= Math.min(most, now.size()); k++) {
                BigDecimal same = k < now.size() ? now.get(k).multiply(miss) : BigDecimal.ZERO;
                BigDecimal more = k > 0 ? now.get(k - 1).multiply(rate) : BigDecimal.ZERO;
                next.add(same.add(more).round(UP));
            }
            now = next;
        }
        return now;
    }
}

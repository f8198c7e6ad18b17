package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.result.SamplePolicy;
import dev.soc2.model.result.SelectionMethod;
import dev.soc2.rules.rule.Sampling;
import dev.soc2.rules.sampling.Binomial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What deviations of a sample weigh: a sample bears them when the upper limit of the rate is tolerable. Where nothing
 * statistical follows it bears none.
 *
 * @param strict whether no deviation at all is borne
 * @param inference whether anything statistical follows
 * @param confidence with what confidence
 * @param tolerable the rate that is borne
 * @param parts the strata, when they may not be pooled; else empty
 */
record SampleWeight(boolean strict, boolean inference, BigDecimal confidence, BigDecimal tolerable, List<Part> parts)
        implements SamplePolicy {

    /** Up to so many items a limit says almost nothing. */
    private static final int NO_INFERENCE_UP_TO = 52;

    /**
     * A stratum of the sample.
     *
     * @param name its name
     * @param evaluated evaluated items
     * @param deviations deviations among them
     * @param undetermined what could not be determined among them
     */
    record Part(String name, int evaluated, int deviations, int undetermined) {}

    SampleWeight {
        parts = List.copyOf(parts);
    }

    static SampleWeight of(Sampling sampling, DeviationPolicy policy, int population, List<Part> parts) {
        BigDecimal tolerable = policy.match(
                sampling::tolerable, sampling::tolerable, t -> t.rate().min(sampling.tolerable()));
        return new SampleWeight(
                policy.match(() -> false, () -> true, t -> false),
                sampling.method() != SelectionMethod.JUDGEMENTAL && population > NO_INFERENCE_UP_TO,
                sampling.confidence(),
                tolerable,
                parts);
    }

    @Override
    public boolean bears(long deviations, long evaluated) {
        if (strict || !inference) {
            return false;
        }
        if (parts.isEmpty()) {
            return supports((int) evaluated, (int) deviations);
        }
        // Strata that were not drawn in proportion are not pooled: each has to support the control by itself.
        boolean known = deviations == parts.stream().mapToLong(Part::deviations).sum();
        return parts.stream()
                .filter(part -> part.evaluated() > 0)
                .allMatch(part -> supports(part.evaluated(), part.deviations() + (known ? 0 : part.undetermined())));
    }

    boolean supports(int evaluated, int deviations) {
        return Binomial.supports(evaluated, deviations, confidence, tolerable);
    }

    /** The upper limit of the rate; what could not be determined counts as a deviation. */
    Optional<BigDecimal> upperLimit(int evaluated, int deviations) {
        return inference && parts.isEmpty()
                ? Optional.of(Binomial.upperLimit(evaluated, deviations, confidence))
                : Optional.empty();
    }

    /** Such as {@code 1 of 40, 90 % upper limit 9.4 %}; rounded up, as printed tables are. */
    String statement(int evaluated, int deviations, int undetermined) {
        if (!inference) {
            return counted(evaluated, deviations, undetermined) + "; judgemental sample, no statistical inference";
        }
        if (parts.isEmpty()) {
            return limited(evaluated, deviations, undetermined);
        }
        return parts.stream()
                .filter(part -> part.evaluated() > 0)
                .map(part -> (part.name().isEmpty() ? "without stratum" : part.name()) + ": "
                        + limited(part.evaluated(), part.deviations(), part.undetermined()))
                .collect(Collectors.joining("; "));
    }

    private String limited(int evaluated, int deviations, int undetermined) {
        BigDecimal limit = Binomial.upperLimit(evaluated, deviations + undetermined, confidence);
        return counted(evaluated, deviations, undetermined) + ", " + percent(confidence) + " % upper limit "
                + limit.movePointRight(2).setScale(1, RoundingMode.CEILING).toPlainString() + " %";
    }

    private static String counted(int evaluated, int deviations, int undetermined) {
        return deviations + " of " + evaluated
                + (undetermined == 0 ? "" : " and " + undetermined + " not determined, counted as deviations");
    }

    @Override
    public String written() {
        return strict ? "STRICT" : "SAMPLE " + percent(tolerable) + "% AT " + percent(confidence) + "%";
    }

    private static String percent(BigDecimal rate) {
        BigDecimal percent = rate.movePointRight(2).stripTrailingZeros();
        return percent.toPlainString();
    }
}

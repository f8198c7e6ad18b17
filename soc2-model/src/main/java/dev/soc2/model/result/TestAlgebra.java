package dev.soc2.model.result;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * From the items of one test to its conclusion: total, free of order, and never positive over nothing.
 *
 * <p>Decision order: a failed population proof; nothing to evaluate; the policy on the deviations; the policy on
 * deviations and undetermined items together; the assurance asked for. Rates are compared exactly and rounded for print
 * only. What must not exist is weighed by no policy: one deviation is too many, and that there is none needs a proof.
 */
public final class TestAlgebra {

    private static final long RATE_COUNTS_FROM = 20;

    /** Whether deviations, some of them late, are borne. */
    @FunctionalInterface
    private interface Weight {
        boolean bears(long late, long other);
    }

    private TestAlgebra() {}

    /**
     * Concludes on a test over its complete population.
     *
     * @param facts what was found
     * @param policy how deviations are weighed
     * @param assurance how much proof is asked for
     * @return the conclusion and its reasons
     */
    public static Concluded<OperatingConclusion> conclude(
            TestFacts facts, DeviationPolicy policy, AssuranceLevel assurance) {
        return conclude(
                facts,
                policy.written(),
                (late, other) -> bears(late, other, facts.counts().evaluated(), policy),
                assurance);
    }

    /**
     * Concludes on a test over a sample of its population.
     *
     * @param facts what was found in the sample
     * @param policy how deviations are weighed
     * @param assurance how much proof is asked for
     * @return the conclusion and its reasons
     */
    public static Concluded<OperatingConclusion> conclude(
            TestFacts facts, SamplePolicy policy, AssuranceLevel assurance) {
        return conclude(
                facts,
                policy.written(),
                (late, other) -> policy.bears(late + other, facts.counts().evaluated()),
                assurance);
    }

    private static Concluded<OperatingConclusion> conclude(
            TestFacts facts, String written, Weight weight, AssuranceLevel assurance) {
        List<Reason> reasons = new ArrayList<>();
        OperatingConclusion conclusion = decide(facts, written, weight, reasons);
        if (facts.ipe() == IpeStatus.UNVERIFIED || facts.ipe() == IpeStatus.PARTIAL) {
            reasons.add(new Reason(
                    ReasonCode.IPE_UNVERIFIED,
                    facts.ipe() == IpeStatus.PARTIAL
                            ? "the population is proven in part only"
                            : "no record says how the population was drawn"));
            boolean watched = facts.items() == ItemMeaning.PROHIBITED_AND_WATCHED;
            if (assurance == AssuranceLevel.STRICT && conclusion.isEffective() && !watched) {
                conclusion = OperatingConclusion.INSUFFICIENT_EVIDENCE;
            }
        }
        return new Concluded<>(conclusion, reasons);
    }

    private static OperatingConclusion decide(TestFacts facts, String written, Weight weight, List<Reason> reasons) {
        OutcomeCounts counts = facts.counts();
        if (facts.ipe() == IpeStatus.FAILED) {
            reasons.add(new Reason(ReasonCode.IPE_FAILED, "a population record contradicts what is there"));
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        if (facts.items().isProhibited()) {
            return prohibited(facts, reasons);
        }
        if (counts.evaluated() == 0) {
            return nothingEvaluated(facts, reasons);
        }
        long k = counts.deviations();
        long u = counts.undetermined();
        long n = counts.evaluated();
        OperatingConclusion known = weigh(facts.late(), k - facts.late(), facts.systemic(), weight);
        if (k > 0) {
            reasons.add(new Reason(
                    known == OperatingConclusion.INEFFECTIVE ? ReasonCode.EXCEEDS_POLICY : ReasonCode.WITHIN_POLICY,
                    k + " of " + n + " (" + percent(k, n) + ") under " + written));
        }
        if (facts.systemic() && k > 0) {
            reasons.add(new Reason(ReasonCode.SYSTEMIC, "a deviation is systemic or intentional"));
        }
        if (known == OperatingConclusion.INEFFECTIVE || u == 0) {
            return known;
        }
        OperatingConclusion doubtful = weigh(facts.late(), k - facts.late() + u, facts.systemic(), weight);
        if (doubtful == OperatingConclusion.INEFFECTIVE) {
            reasons.add(new Reason(
                    ReasonCode.UNDETERMINED_EXCEEDS_POLICY,
                    u + " of " + n + " cannot be determined and would exceed " + written));
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        reasons.add(new Reason(
                ReasonCode.WITHIN_POLICY,
                u + " of " + n + " cannot be determined, counted as deviations under " + written));
        return OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS;
    }

    private static OperatingConclusion prohibited(TestFacts facts, List<Reason> reasons) {
        OutcomeCounts counts = facts.counts();
        if (counts.excused() > 0) {
            reasons.add(new Reason(ReasonCode.EXCUSED_BEFORE_DUE, counts.excused() + " excused"));
        }
        if (counts.deviations() > 0) {
            reasons.add(new Reason(
                    ReasonCode.EXCEEDS_POLICY, counts.deviations() + " that must not exist, under any policy"));
            return OperatingConclusion.INEFFECTIVE;
        }
        if (counts.undetermined() > 0 || counts.pending() > 0) {
            reasons.add(new Reason(
                    ReasonCode.UNDETERMINED_EXCEEDS_POLICY,
                    counts.undetermined() + counts.pending()
                            + " of which it cannot be said whether they must not exist"));
            return OperatingConclusion.INSUFFICIENT_EVIDENCE;
        }
        if (facts.ipe() == IpeStatus.VERIFIED || facts.items() == ItemMeaning.PROHIBITED_AND_WATCHED) {
            reasons.add(new Reason(ReasonCode.EMPTY_POPULATION_PROVEN, "there was none that is not excused"));
            return OperatingConclusion.EFFECTIVE;
        }
        reasons.add(new Reason(
                ReasonCode.EMPTY_POPULATION_UNPROVEN, "none was found, and nothing proves that there was none"));
        return OperatingConclusion.INSUFFICIENT_EVIDENCE;
    }

    private static OperatingConclusion nothingEvaluated(TestFacts facts, List<Reason> reasons) {
        OutcomeCounts counts = facts.counts();
        boolean proven = facts.ipe() == IpeStatus.NOT_NEEDED
                ? counts.population() > 0 || facts.emptyMeans() == OperatingConclusion.DID_NOT_OPERATE
                : facts.ipe() == IpeStatus.VERIFIED;
        if (counts.pending() > 0) {
            reasons.add(new Reason(ReasonCode.NOT_YET_DUE, counts.pending() + " not due yet"));
        }
        if (counts.excused() > 0) {
            reasons.add(new Reason(ReasonCode.EXCUSED_BEFORE_DUE, counts.excused() + " excused"));
        }
        if (counts.population() == 0) {
            reasons.add(
                    proven
                            ? new Reason(ReasonCode.EMPTY_POPULATION_PROVEN, "nothing called for it")
                            : new Reason(
                                    ReasonCode.EMPTY_POPULATION_UNPROVEN,
                                    "no item, and nothing proves that there was none"));
        }
        return proven ? OperatingConclusion.DID_NOT_OPERATE : OperatingConclusion.INSUFFICIENT_EVIDENCE;
    }

    private static OperatingConclusion weigh(long late, long other, boolean systemic, Weight weight) {
        if (late + other == 0) {
            return OperatingConclusion.EFFECTIVE;
        }
        return !systemic && weight.bears(late, other)
                ? OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS
                : OperatingConclusion.INEFFECTIVE;
    }

    private static boolean bears(long late, long other, long n, DeviationPolicy policy) {
        long k = late + other;
        return policy.match(
                () -> n >= RATE_COUNTS_FROM ? 20 * k <= n : other == 0 && late == 1,
                () -> false,
                tolerance -> BigDecimal.valueOf(k).compareTo(tolerance.rate().multiply(BigDecimal.valueOf(n))) <= 0);
    }

    private static String percent(long k, long n) {
        return BigDecimal.valueOf(100 * k).divide(BigDecimal.valueOf(n), 1, RoundingMode.HALF_UP) + " %";
    }
}

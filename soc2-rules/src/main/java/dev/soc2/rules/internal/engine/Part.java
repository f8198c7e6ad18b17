package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Flip;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestCoverage;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule came to, be it the rule of a test or a part of it.
 *
 * @param conclusion the conclusion
 * @param reasons why
 * @param population the population and its proof
 * @param counts items by outcome
 * @param months items by outcome and month
 * @param items the items to list
 * @param notInForce parts of the window in which the control was not in place
 * @param sample the sample that was drawn, in the sampling lane
 * @param coverage how much of the time is known, of a rule that watches a state
 * @param flips what would change the conclusion
 */
record Part(
        OperatingConclusion conclusion,
        List<Reason> reasons,
        PopulationResult population,
        OutcomeCounts counts,
        Map<YearMonth, OutcomeCounts> months,
        List<ItemResult> items,
        List<Window> notInForce,
        Optional<Sample> sample,
        Optional<TestCoverage> coverage,
        List<Flip<OperatingConclusion>> flips) {

    Part {
        reasons = List.copyOf(reasons);
        months = Map.copyOf(months);
        items = List.copyOf(items);
        notInForce = List.copyOf(notInForce);
        flips = List.copyOf(flips);
    }

    /** A rule without items of which only this can be said. */
    static Part without(OperatingConclusion conclusion, Reason why) {
        return new Part(
                conclusion,
                List.of(why),
                new PopulationResult(0, IpeStatus.NOT_NEEDED, "", List.of(), List.of()),
                OutcomeCounts.NONE,
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** A rule that failed, with its cause. */
    static Part failed(RuntimeException cause, String label) {
        return without(
                OperatingConclusion.INSUFFICIENT_EVIDENCE, new Reason(ReasonCode.RULE_ERROR, label + said(cause)));
    }

    /** What a failing rule said, in one line. */
    static String said(RuntimeException cause) {
        return cause.getClass().getSimpleName()
                + (cause.getMessage() == null
                        ? ""
                        : ": " + cause.getMessage().lines().findFirst().orElse(""));
    }
}

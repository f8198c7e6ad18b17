package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.rules.rule.Sampling;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.sampling.Expansion;
import dev.soc2.rules.sampling.SizeTable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a test asks for when it asks for a sample.
 *
 * @param control id of its control
 * @param frequency how often that operates
 * @param test the test
 * @param sampling its wish
 * @param policy the deviation policy
 */
record SampleAsk(
        String control, ControlFrequency frequency, TestOfControl test, Sampling sampling, DeviationPolicy policy) {

    /** How many items, for a population. */
    int size(int population) {
        if (sampling.picks().isPresent()) {
            return sampling.picks().get().ids().size();
        }
        int size = sampling.size().size(frequency, population);
        return sampling.priorDeviation() ? SizeTable.nextLarger(size) : size;
    }

    /** The least that a built-in table asks for: with fewer items, nothing found shows nothing. */
    int least(int population) {
        return Math.min(SizeTable.FIXED.size(frequency, population), SizeTable.CUSTOMARY.size(frequency, population));
    }

    /** How the size is found, and when it grows, in words. */
    String sizing() {
        if (sampling.picks().isPresent()) {
            return "listed: " + sampling.picks().get().reason();
        }
        String plan = sampling.expansion().steps().stream()
                .map(step -> ", then with up to " + step.deviations()
                        + (step.deviations() == 1 ? " deviation" : " deviations") + " extended to " + step.size())
                .collect(Collectors.joining());
        return sampling.size().words()
                + (sampling.priorDeviation() ? ", the next larger size after a deviation in the prior period" : "")
                + plan;
    }

    /** The true risk of a plan with several looks, in percent rounded up; each look adds to it. */
    BigDecimal risk(int first, BigDecimal tolerable) {
        Expansion plan = sampling.expansion();
        return plan.risk(first, sampling.confidence(), tolerable);
    }

    /** Items that a record shows not to belong to the population, by id; a record without a reason shows nothing. */
    Map<String, Evidence> voided(Evaluation evaluation) {
        Map<String, Evidence> voided = new TreeMap<>();
        evaluation.timeline.reserved(EvidenceTypes.SAMPLE_VOIDED).stream()
                .filter(record -> Narrowing.concerns(record, "control", control))
                .filter(record -> Narrowing.concerns(record, "test", test.id()))
                .filter(record -> !record.text("reason").orElse("").isBlank())
                .sorted(Comparator.comparing(Evidence::occurredAt).thenComparing(Evidence::id))
                .forEach(record -> voided.putIfAbsent(record.subject(), record));
        return voided;
    }
}

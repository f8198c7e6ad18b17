package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemMeaning;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestFacts;

/**
 * Everything that the conclusion of one rule is computed from. What was found is one situation; what would have been is
 * another, put to the same question.
 *
 * @param facts what was found
 * @param stopped whether the rule says that nothing can be concluded
 * @param unproven whether it says that nothing good can be
 */
record Situation(TestFacts facts, boolean stopped, boolean unproven) {

    /** The conclusion, where that on the facts alone is known. */
    OperatingConclusion bounded(OperatingConclusion conclusion) {
        boolean capped = unproven && conclusion != OperatingConclusion.INEFFECTIVE;
        return stopped || capped ? OperatingConclusion.INSUFFICIENT_EVIDENCE : conclusion;
    }

    OutcomeCounts counts() {
        return facts.counts();
    }

    Situation with(OutcomeCounts counts, long late) {
        return with(new TestFacts(counts, late, facts.systemic(), facts.ipe(), facts.emptyMeans(), facts.items()));
    }

    Situation with(IpeStatus ipe) {
        return with(new TestFacts(counts(), facts.late(), facts.systemic(), ipe, facts.emptyMeans(), facts.items()));
    }

    Situation with(ItemMeaning items) {
        return with(new TestFacts(counts(), facts.late(), facts.systemic(), facts.ipe(), facts.emptyMeans(), items));
    }

    Situation systemic(boolean systemic) {
        return with(new TestFacts(counts(), facts.late(), systemic, facts.ipe(), facts.emptyMeans(), facts.items()));
    }

    Situation settled() {
        return new Situation(facts, false, false);
    }

    private Situation with(TestFacts other) {
        return new Situation(other, stopped, unproven);
    }
}

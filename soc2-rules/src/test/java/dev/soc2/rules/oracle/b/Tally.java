package dev.soc2.rules.oracle.b;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** How often each outcome, reason and conclusion came up, so that agreement is not about nothing. */
final class Tally {

    private final Map<String, Integer> hits = new TreeMap<>();

    private void hit(String what) {
        hits.merge(what, 1, Integer::sum);
    }

    /** The same cases each time. */
    static Tally of(int cases, Function<Random, Duel> draw) {
        Tally tally = new Tally();
        Random random = new Random(2025);
        for (int i = 0; i < cases; i++) {
            TestResult result = draw.apply(random).fight();
            result.items().forEach(item -> tally.hit(item.outcome() + " " + item.reason()));
            tally.hit("" + result.conclusion());
        }
        return tally;
    }

    Tally hit(ItemOutcome outcome, ReasonCode... reasons) {
        for (ReasonCode reason : reasons) {
            assertThat(hits).containsKey(outcome + " " + reason);
        }
        return this;
    }

    Tally hit(OperatingConclusion... conclusions) {
        for (OperatingConclusion conclusion : conclusions) {
            assertThat(hits).containsKey("" + conclusion);
        }
        return this;
    }

    @Override
    public String toString() {
        return hits.toString();
    }
}

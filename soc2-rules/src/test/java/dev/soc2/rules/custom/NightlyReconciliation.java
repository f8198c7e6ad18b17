package dev.soc2.rules.custom;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.spi.RuleProvider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Each closed ledger is reconciled in time, to the same total. */
record NightlyReconciliation(Duration limit) implements CustomRule {

    /** Makes it, with the limit of the pack. */
    record Provider() implements RuleProvider {

        @Override
        public String name() {
            return "acme.nightly-reconciliation";
        }

        @Override
        public CustomRule create(RuleParameters parameters) {
            parameters.require("limit");
            return new NightlyReconciliation(parameters.elapsed("limit").orElse(Duration.ZERO));
        }
    }

    @Override
    public Needs needs() {
        return Needs.of("ledger.closed").and("reconciliation.completed").fields("attributes.total");
    }

    @Override
    public String words() {
        return "each closed ledger is reconciled within " + limit + " to the same total";
    }

    @Override
    public void evaluate(Timeline timeline, Outcomes outcomes) {
        for (Entry close : timeline.items()) {
            Instant due = close.at().plus(limit);
            Optional<Entry> done = timeline.firstAfter(close, "reconciliation.completed");
            if (done.isEmpty()) {
                outcomes.missing(close, "reconciliation.completed", due);
            } else if (done.get().at().isAfter(due)) {
                outcomes.late(close, due, done.get());
            } else {
                compare(close, done.get(), outcomes);
            }
        }
    }

    private static void compare(Entry close, Entry done, Outcomes outcomes) {
        Optional<BigDecimal> closed = close.decimal("attributes.total");
        Optional<BigDecimal> found = done.decimal("attributes.total");
        if (closed.isEmpty() || found.isEmpty()) {
            outcomes.undetermined(close, "a total is absent", done);
        } else if (closed.equals(found)) {
            outcomes.conforming(close, done);
        } else {
            outcomes.detail(close, closed.get() + " closed, " + found.get() + " reconciled");
            outcomes.deviation(close, ReasonCode.PREDICATE_FALSE, done);
        }
    }
}

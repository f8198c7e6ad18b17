package dev.soc2.quickstart.examples;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.custom.CustomRule;
import dev.soc2.rules.custom.Entry;
import dev.soc2.rules.custom.Needs;
import dev.soc2.rules.custom.Outcomes;
import dev.soc2.rules.custom.RuleParameters;
import dev.soc2.rules.custom.Timeline;
import dev.soc2.rules.spi.RuleProvider;
import java.time.Duration;
import java.util.Optional;

/** A rule of the host, in Java. */
public final class OwnRuleExample {

    private OwnRuleExample() {}

    // tag::rule[]
    /** Each closed ledger is reconciled within a limit, to the same total. */
    record NightlyReconciliation(Duration limit) implements CustomRule {

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
                timeline.firstAfter(close, "reconciliation.completed", limit)
                        .ifPresentOrElse(
                                done -> compare(close, done, outcomes),
                                () -> outcomes.missing(
                                        close,
                                        "reconciliation.completed",
                                        close.at().plus(limit)));
            }
        }

        private static void compare(Entry close, Entry done, Outcomes outcomes) {
            var closed = close.decimal("attributes.total");
            var found = done.decimal("attributes.total");
            if (closed.isEmpty() || found.isEmpty()) {
                outcomes.undetermined(close, "a total is absent", done); // two that lack it do not agree on it
            } else if (closed.equals(found)) {
                outcomes.conforming(close, done);
            } else {
                outcomes.deviation(close, ReasonCode.PREDICATE_FALSE, done);
            }
        }
    }

    /** Makes it for {@code {kind: CUSTOM, name: acme.nightly-reconciliation, params: {limit: PT12H}}}. */
    public static final class Provider implements RuleProvider {

        @Override
        public String name() {
            return "acme.nightly-reconciliation";
        }

        @Override
        public CustomRule create(RuleParameters parameters) {
            Optional<Duration> limit = parameters.elapsed("limit");
            return new NightlyReconciliation(limit.orElse(Duration.ofHours(12)));
        }
    }
    // end::rule[]
}

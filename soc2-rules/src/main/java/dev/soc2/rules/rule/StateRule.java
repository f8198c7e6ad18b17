package dev.soc2.rules.rule;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * STATE: a property holds for every asset all the time.
 *
 * @param of picks observations of assets
 * @param compliant expression over an observation: whether the property held
 * @param staleness how long a snapshot is trusted; empty: observations are events, and what they say holds until the next
 * @param assets picks the records that create assets; empty: every asset observed, taken to exist all the time
 * @param retired picks the records that end the life of an asset
 * @param newAssetGrace how long after its creation an asset may violate or be unknown
 * @param maxViolation how long an asset may violate in all
 * @param maxUnknown how long an asset may be unknown in all
 * @param flip when a state went wrong between two snapshots
 */
public record StateRule(
        Selector of,
        String compliant,
        Optional<TimeAmount> staleness,
        Optional<Selector> assets,
        Optional<Selector> retired,
        TimeAmount newAssetGrace,
        Duration maxViolation,
        Duration maxUnknown,
        Flip flip)
        implements Rule {

    /** Checks the invariants. */
    public StateRule {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(retired, "retired");
        Objects.requireNonNull(flip, "flip");
        if (compliant.isBlank()) {
            throw new IllegalArgumentException("a STATE rule says what is compliant");
        }
        if (newAssetGrace.needsCalendar()
                || staleness.map(TimeAmount::needsCalendar).orElse(false)) {
            throw new IllegalArgumentException(
                    "staleness and newAssetGrace are elapsed (PT26H) or calendar time (P7D), not business time");
        }
        if (staleness.map(TimeAmount::isZero).orElse(false)) {
            throw new IllegalArgumentException("a snapshot is trusted for longer than nothing");
        }
        if (staleness.isEmpty() && flip == Flip.PESSIMISTIC) {
            throw new IllegalArgumentException("flip is about snapshots, which have a staleness");
        }
        if (assets.isEmpty() && !newAssetGrace.isZero()) {
            throw new IllegalArgumentException("newAssetGrace needs assets, whose records say when each was created");
        }
        if (maxViolation.isNegative() || maxUnknown.isNegative()) {
            throw new IllegalArgumentException("maxViolation and maxUnknown are not negative");
        }
    }

    @Override
    public String kind() {
        return "STATE";
    }

    @Override
    public String words() {
        return "every " + assets.map(Selector::words).orElse("asset") + " has all the time " + of.words() + " with "
                + compliant
                + staleness.map(s -> " (trusted for " + s.written() + ")").orElse("");
    }

    @Override
    public List<Selector> population() {
        return List.of(assets.orElse(of));
    }
}

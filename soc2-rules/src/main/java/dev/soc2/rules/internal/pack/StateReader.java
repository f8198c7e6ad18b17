package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.Flip;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.StateRule;
import dev.soc2.rules.rule.TimeAmount;
import java.time.Duration;
import java.util.Optional;

/** Reads STATE. */
final class StateReader {

    private StateReader() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> of = parts.selector(fields.required("of"));
        Optional<String> compliant = parts.condition(fields.required("compliant"), RuleParts.types(of));
        Optional<TimeAmount> staleness = parts.time(fields.optional("staleness"));
        Optional<Selector> assets = parts.selector(fields.optional("assets"));
        Optional<Selector> retired = parts.selector(fields.optional("retired"));
        Optional<TimeAmount> newAssetGrace = parts.time(fields.optional("newAssetGrace"));
        Optional<Duration> maxViolation = total(fields.optional("maxViolation"));
        Optional<Duration> maxUnknown = total(fields.optional("maxUnknown"));
        Optional<Flip> flip = fields.optional("flip").oneOf(Flip.class);
        return parts.made(
                fields,
                before,
                () -> new StateRule(
                        of.orElseThrow(),
                        compliant.orElseThrow(),
                        staleness,
                        assets,
                        retired,
                        newAssetGrace.orElse(TimeAmount.none()),
                        maxViolation.orElse(Duration.ZERO),
                        maxUnknown.orElse(Duration.ZERO),
                        flip.orElse(Flip.LAST_KNOWN)));
    }

    /** A sum of times lies on no calendar, so that only elapsed time can bound it. */
    private static Optional<Duration> total(Value value) {
        return value.as(
                text -> TimeAmount.parse(text)
                        .match(
                                duration -> duration,
                                period -> elapsed(text, period.isZero()),
                                days -> elapsed(text, days == 0),
                                hours -> elapsed(text, hours == 0)),
                "write elapsed time, such as PT24H for a day of 24 hours");
    }

    private static Duration elapsed(String text, boolean zero) {
        if (zero) {
            return Duration.ZERO;
        }
        throw new IllegalArgumentException("a sum of times is elapsed time (PT24H), got '" + text + "'");
    }
}

package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.rule.Heartbeat;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OccurrenceRule;
import dev.soc2.rules.rule.ProhibitionRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.TimeAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what must happen and what must not: OCCURRENCE and PROHIBITION. */
final class OccurrenceReader {

    private OccurrenceReader() {}

    static Optional<Rule> occurrence(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> trigger = parts.selector(fields.required("trigger"));
        Optional<Selector> record = parts.selector(fields.required("record"));
        Optional<List<MatchField>> match =
                parts.match(fields.required("match"), RuleParts.types(trigger), RuleParts.types(record));
        Optional<TimeAmount> within = parts.time(fields.optional("within"));
        Optional<String> calendar = fields.optional("calendar").text();
        Optional<String> require = parts.expression(
                fields.optional("require"),
                ExpressionScopes.named(
                        parts.vocabulary(),
                        Map.of("trigger", RuleParts.types(trigger), "record", RuleParts.types(record))),
                ExprType.BOOL);
        if (!fields.has("within")) {
            parts.withoutEffect(fields, "calendar", "it counts business time, and there is no limit");
        }
        return parts.made(
                fields,
                before,
                () -> new OccurrenceRule(
                        trigger.orElseThrow(), record.orElseThrow(), match.orElseThrow(), within, calendar, require));
    }

    static Optional<Rule> prohibition(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> of = parts.selector(fields.required("of"));
        Optional<Heartbeat> coverage = fields.optional("coverage").map(heartbeat -> {
            int own = parts.faults().count();
            Optional<Selector> beats = parts.selector(heartbeat.required("of"));
            Optional<TimeAmount> every = parts.time(heartbeat.required("every"));
            return parts.made(heartbeat, own, () -> new Heartbeat(beats.orElseThrow(), every.orElseThrow()));
        });
        return parts.made(fields, before, () -> new ProhibitionRule(of.orElseThrow(), coverage));
    }
}

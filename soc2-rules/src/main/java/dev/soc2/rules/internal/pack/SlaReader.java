package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.rules.rule.Cardinality;
import dev.soc2.rules.rule.DateOnlyAt;
import dev.soc2.rules.rule.Early;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.LaterRule;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.PopulationRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads SLA, on one record or between two. */
final class SlaReader {

    private SlaReader() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> trigger = parts.selector(fields.required("trigger"));
        Set<String> types = RuleParts.types(trigger);
        Optional<Field> start = parts.timeField(fields.optional("start"), types);
        Optional<Field> stop = parts.timeField(fields.optional("stop"), types);
        Optional<Selector> answer = parts.selector(fields.optional("answer"));
        Optional<List<MatchField>> match = parts.match(fields.optional("match"), types, RuleParts.types(answer));
        LimitReader.Parts limit = LimitReader.read(fields, types, parts);
        Optional<String> calendar = fields.optional("calendar").text();
        Optional<Early> early = fields.optional("early").oneOf(Early.class);
        Optional<PopulationRule> population = fields.optional("population").oneOf(PopulationRule.class);
        Optional<Cardinality> cardinality = fields.optional("cardinality").oneOf(Cardinality.class);
        Optional<DateOnlyAt> dateOnlyAt = fields.optional("dateOnlyAt").oneOf(DateOnlyAt.class);
        List<String> later = SlaOptions.read(fields, types, parts);
        if (!fields.has("answer") && !fields.has("targets")) {
            parts.withoutEffect(fields, "match", "it ties a record to its answer, and there is no answer");
            parts.withoutEffect(fields, "cardinality", "it counts answers, and there is no answer");
        }
        return parts.made(
                fields,
                before,
                () -> later.isEmpty()
                        ? new SlaRule(
                                trigger.orElseThrow(),
                                start.orElse(Field.OCCURRED_AT),
                                stop,
                                answer,
                                match.orElse(List.of()),
                                limit.limit(),
                                calendar,
                                early.orElse(Early.REFUSE),
                                population.orElse(PopulationRule.TRIGGER_IN_PERIOD),
                                cardinality.orElse(Cardinality.MANY_TO_ONE),
                                dateOnlyAt.orElse(DateOnlyAt.END_OF_DAY))
                        : new LaterRule("SLA", "the option " + String.join(", ", later)));
    }
}

package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.Cardinality;
import dev.soc2.rules.rule.DateOnlyAt;
import dev.soc2.rules.rule.Early;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.PopulationRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaOptions;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.SlaStage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads SLA, on one record or between two, in one stage or several. */
final class SlaReader {

    private static final List<String> OF_THE_ONLY_STAGE = List.of("stop", "answer", "match", "limit", "limitBy", "due");

    private final RuleParts parts;
    private final Set<String> types;
    private final Set<String> tied;

    private SlaReader(RuleParts parts, Set<String> types, Set<String> tied) {
        this.parts = parts;
        this.types = types;
        this.tied = tied;
    }

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> trigger = parts.selector(fields.required("trigger"));
        Set<String> types = RuleParts.types(trigger);
        Optional<Field> start = parts.timeField(fields.optional("start"), types);
        Optional<SlaOptions.Targets> targets = SlaOptionsReader.targets(fields.optional("targets"), types, parts);
        Set<String> tied =
                fields.has("targets") ? targets.map(t -> t.of().types()).orElse(Set.of()) : types;
        SlaReader reader = new SlaReader(parts, types, tied);
        SlaStageParts only = reader.parts(fields, start);
        Optional<List<SlaStage>> stages = reader.stages(fields, start);
        Optional<SlaOptions> options = SlaOptionsReader.read(fields, trigger, targets, only.match(), parts);
        Optional<String> calendar = fields.optional("calendar").text();
        Optional<Early> early = fields.optional("early").oneOf(Early.class);
        Optional<PopulationRule> population = fields.optional("population").oneOf(PopulationRule.class);
        Optional<Cardinality> cardinality = fields.optional("cardinality").oneOf(Cardinality.class);
        Optional<DateOnlyAt> dateOnlyAt = fields.optional("dateOnlyAt").oneOf(DateOnlyAt.class);
        reader.tellWithoutEffect(fields);
        return parts.made(
                fields,
                before,
                () -> new SlaRule(
                        trigger.orElseThrow(),
                        start.orElse(Field.OCCURRED_AT),
                        stages.orElseGet(() -> List.of(only.stage(""))),
                        options.orElseThrow(),
                        calendar,
                        early.orElse(Early.REFUSE),
                        population.orElse(PopulationRule.TRIGGER_IN_PERIOD),
                        cardinality.orElse(Cardinality.MANY_TO_ONE),
                        dateOnlyAt.orElse(DateOnlyAt.END_OF_DAY)));
    }

    /** The parts of a stage; whether they make one is for whoever needs it to say. */
    private record SlaStageParts(
            Field start,
            Optional<Field> stop,
            Optional<Selector> answer,
            Optional<List<MatchField>> match,
            LimitReader.Parts limit) {

        SlaStage stage(String name) {
            return new SlaStage(name, start, stop, answer, match.orElse(List.of()), limit.limit());
        }
    }

    private SlaStageParts parts(Fields fields, Optional<Field> start) {
        Optional<Field> stop = parts.timeField(fields.optional("stop"), types);
        Optional<Selector> answer = parts.selector(fields.optional("answer"));
        Optional<List<MatchField>> match = parts.match(fields.optional("match"), tied, RuleParts.types(answer));
        return new SlaStageParts(
                start.orElse(Field.OCCURRED_AT), stop, answer, match, LimitReader.read(fields, types, parts));
    }

    private Optional<List<SlaStage>> stages(Fields fields, Optional<Field> start) {
        Set<String> names = new HashSet<>();
        return fields.optional("stages").list(stage -> stage(stage, names, start));
    }

    private Optional<SlaStage> stage(Value value, Set<String> names, Optional<Field> start) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<String> name = UniqueNames.read(fields.required("name"), "stage", names, parts);
            Optional<Field> own = parts.timeField(fields.optional("start"), types);
            SlaStageParts stage = parts(fields, own.or(() -> start));
            if (!fields.has("answer")) {
                parts.withoutEffect(fields, "match", "it ties a record to its answer, and there is no answer");
            }
            return parts.made(fields, before, () -> stage.stage(name.orElseThrow()));
        });
    }

    private void tellWithoutEffect(Fields fields) {
        if (fields.has("stages")) {
            OF_THE_ONLY_STAGE.forEach(name -> parts.withoutEffect(fields, name, "each of the stages has its own"));
        } else if (!fields.has("answer")) {
            parts.withoutEffect(fields, "match", "it ties a record to its answer, and there is no answer");
            parts.withoutEffect(fields, "cardinality", "it counts answers, and there is no answer");
        }
    }
}

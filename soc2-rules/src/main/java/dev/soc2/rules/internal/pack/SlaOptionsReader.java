package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaOptions;
import dev.soc2.rules.rule.TimeAmount;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the options of SLA. What they pick is tied to the trigger by a key of their own, else by the key of the rule,
 * else by the subject.
 */
final class SlaOptionsReader {

    private final RuleParts parts;
    private final Set<String> types;
    private final List<MatchField> usual;

    private SlaOptionsReader(RuleParts parts, Set<String> types, List<MatchField> usual) {
        this.parts = parts;
        this.types = types;
        this.usual = usual;
    }

    static Optional<SlaOptions.Targets> targets(Value value, Set<String> types, RuleParts parts) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<Selector> of = parts.selector(fields.required("of"));
            Optional<List<MatchField>> match = parts.match(fields.required("match"), types, RuleParts.types(of));
            return parts.made(fields, before, () -> new SlaOptions.Targets(of.orElseThrow(), match.orElseThrow()));
        });
    }

    static Optional<SlaOptions> read(
            Fields rule,
            Optional<Selector> trigger,
            Optional<SlaOptions.Targets> targets,
            Optional<List<MatchField>> match,
            RuleParts parts) {
        int before = parts.faults().count();
        Set<String> types = RuleParts.types(trigger);
        List<MatchField> ofTrigger = targets.map(SlaOptions.Targets::match).orElseGet(() -> own(match));
        SlaOptionsReader reader = new SlaOptionsReader(parts, types, ofTrigger);
        SlaOptionsReader ofAnswers =
                new SlaOptionsReader(parts, targets.map(t -> t.of().types()).orElse(types), own(match));
        Optional<SlaOptions.Pause> pause = reader.pause(rule.optional("pause"));
        Optional<SlaOptions.Reopen> reopen = ofAnswers.reopen(rule.optional("reopen"));
        Optional<SlaOptions.Severity> severity = reader.severity(rule.optional("severity"));
        Optional<SlaOptions.Unseen> unseen = reader.unseen(rule.optional("unseen"), trigger);
        return parts.made(rule, before, () -> new SlaOptions(targets, pause, reopen, severity, unseen));
    }

    private static List<MatchField> own(Optional<List<MatchField>> match) {
        return match.orElse(List.of(MatchField.SUBJECT));
    }

    private Optional<SlaOptions.Pause> pause(Value value) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<Selector> from = parts.selector(fields.required("from"));
            Optional<Selector> until = parts.selector(fields.required("until"));
            Set<String> both = new HashSet<>(RuleParts.types(from));
            both.addAll(RuleParts.types(until));
            List<MatchField> match = match(fields, both);
            return parts.made(
                    fields, before, () -> new SlaOptions.Pause(from.orElseThrow(), until.orElseThrow(), match));
        });
    }

    private Optional<SlaOptions.Reopen> reopen(Value value) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<Selector> of = parts.selector(fields.required("of"));
            Optional<TimeAmount> window = parts.time(fields.required("window"));
            List<MatchField> match = match(fields, RuleParts.types(of));
            return parts.made(
                    fields, before, () -> new SlaOptions.Reopen(of.orElseThrow(), window.orElseThrow(), match));
        });
    }

    private Optional<SlaOptions.Severity> severity(Value value) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<Selector> of = parts.selector(fields.required("of"));
            Optional<Field> field = parts.field(fields.required("field"), RuleParts.types(of));
            Optional<String> approved = parts.condition(fields.optional("approved"), RuleParts.types(of));
            List<MatchField> match = match(fields, RuleParts.types(of));
            return parts.made(
                    fields,
                    before,
                    () -> new SlaOptions.Severity(of.orElseThrow(), field.orElseThrow(), match, approved));
        });
    }

    private Optional<SlaOptions.Unseen> unseen(Value value, Optional<Selector> trigger) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<Selector> scan = parts.selector(fields.required("scan"));
            Optional<List<MatchField>> match = parts.match(fields.optional("match"), types, RuleParts.types(scan));
            Optional<Selector> seen = parts.selector(fields.optional("seen"));
            Optional<List<MatchField>> again =
                    parts.match(fields.optional("again"), types, RuleParts.types(seen.or(() -> trigger)));
            List<MatchField> same = usual.stream()
                    .map(pair -> new MatchField(pair.left(), pair.left()))
                    .toList();
            return seen.or(() -> trigger)
                    .flatMap(sightings -> parts.made(
                            fields,
                            before,
                            () -> new SlaOptions.Unseen(
                                    scan.orElseThrow(),
                                    match.orElse(List.of(MatchField.SUBJECT)),
                                    sightings,
                                    again.orElse(same))));
        });
    }

    /** The key of an option; of the usual one it must be known that the records carry it. */
    private List<MatchField> match(Fields fields, Set<String> right) {
        Optional<List<MatchField>> own = parts.match(fields.optional("match"), types, right);
        if (fields.has("match")) {
            return own.orElse(usual);
        }
        usual.stream()
                .map(MatchField::right)
                .filter(field ->
                        FieldTypes.undeclared(parts.vocabulary(), right, field).isPresent())
                .findFirst()
                .ifPresent(field -> fields.node()
                        .ifPresent(node -> PackCode.INVARIANT.tell(
                                parts.faults(),
                                node,
                                "'" + field + "' ties the rule's records together, and " + ExpressionScopes.words(right)
                                        + " does not declare it",
                                "give match: the fields that tie these records to the trigger")));
        return usual;
    }
}

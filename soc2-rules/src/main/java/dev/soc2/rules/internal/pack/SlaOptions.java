package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options of SLA that are checked for their shape and not evaluated yet. */
final class SlaOptions {

    private static final List<String> NAMES = List.of("targets", "stages", "pause", "reopen", "severity", "unseen");

    private SlaOptions() {}

    /** Checks the options, and answers the names of those that are there. */
    static List<String> read(Fields rule, Set<String> types, RuleParts parts) {
        rule.optional("targets").map(fields -> {
            Optional<Selector> of = parts.selector(fields.required("of"));
            parts.match(fields.required("match"), types, RuleParts.types(of));
            return of;
        });
        Set<String> names = new HashSet<>();
        rule.optional("stages").list(stage -> stage(stage, names, types, parts));
        rule.optional("pause").map(fields -> {
            parts.selector(fields.required("from"));
            return parts.selector(fields.required("until"));
        });
        rule.optional("reopen").map(fields -> {
            parts.selector(fields.required("of"));
            return parts.time(fields.required("window"));
        });
        rule.optional("severity").map(fields -> {
            Optional<Selector> of = parts.selector(fields.required("of"));
            return parts.field(fields.required("field"), RuleParts.types(of));
        });
        rule.optional("unseen").map(fields -> parts.selector(fields.required("scan")));
        return NAMES.stream().filter(rule::has).toList();
    }

    private static Optional<String> stage(Value value, Set<String> names, Set<String> types, RuleParts parts) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<String> name = UniqueNames.read(fields.required("name"), "stage", names, parts);
            parts.timeField(fields.required("start"), types);
            parts.timeField(fields.required("stop"), types);
            LimitReader.Parts limit = LimitReader.read(fields, types, parts);
            parts.made(fields, before, limit::limit);
            return name;
        });
    }
}

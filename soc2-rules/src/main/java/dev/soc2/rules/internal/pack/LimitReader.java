package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Limit;
import dev.soc2.rules.rule.TimeAmount;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how long something may take: {@code limit}, {@code limitBy} or {@code due}. */
final class LimitReader {

    private static final String FIELD = "field";

    private LimitReader() {}

    /** The parts of a limit; whether they make one is for whoever needs it to say. */
    record Parts(
            Optional<TimeAmount> amount, Optional<Field> by, Map<String, TimeAmount> amounts, Optional<Field> due) {

        Parts {
            amounts = Map.copyOf(amounts);
        }

        Limit limit() {
            return new Limit(amount, by, amounts, due);
        }
    }

    static Parts read(Fields fields, Set<String> types, RuleParts parts) {
        Optional<TimeAmount> amount = parts.time(fields.optional("limit"));
        Optional<Field> due = parts.timeField(fields.optional("due"), types);
        return by(fields.optional("limitBy"), amount, due, types, parts);
    }

    private static Parts by(
            Value value, Optional<TimeAmount> amount, Optional<Field> due, Set<String> types, RuleParts parts) {
        Map<String, TimeAmount> amounts = new LinkedHashMap<>();
        Optional<Field> by = value.map(fields -> {
            Optional<Field> field = parts.field(fields.required(FIELD), types);
            fields.node()
                    .ifPresent(node -> node.entries().keySet().stream()
                            .filter(name -> !name.equals(FIELD))
                            .forEach(name -> parts.time(fields.optional(name)).ifPresent(t -> amounts.put(name, t))));
            return field;
        });
        return new Parts(amount, by, amounts, due);
    }
}

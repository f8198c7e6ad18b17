package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Nearest;
import dev.soc2.rules.rule.AttributeType;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Vocabulary;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a vocabulary says of a field. */
final class FieldTypes {

    private static final Set<AttributeType> TIMES =
            Set.of(AttributeType.TIMESTAMP, AttributeType.DATE, AttributeType.STRING, AttributeType.ANY);

    private FieldTypes() {}

    /** How to mend a field that none of the types declares; empty when one does, or when one is open. */
    static Optional<String> undeclared(Vocabulary vocabulary, Collection<String> types, Field field) {
        Optional<Map<String, AttributeType>> declared = ExpressionScopes.declared(vocabulary, types);
        if (!field.isAttribute() || declared.isEmpty() || declared.get().containsKey(field.name())) {
            return Optional.empty();
        }
        Set<String> names = declared.get().keySet();
        String use = Nearest.to(field.name(), names)
                .or(() -> names.size() == 1 ? names.stream().findFirst() : Optional.empty())
                .map(name -> "use 'attributes." + name + "'")
                .orElse(names.isEmpty() ? "use subject" : "use one of " + String.join(", ", names));
        return Optional.of(use + ", or declare the attribute in `vocabulary:`");
    }

    static boolean mayHoldTime(Vocabulary vocabulary, Collection<String> types, Field field) {
        return ExpressionScopes.declared(vocabulary, types)
                .map(declared -> TIMES.contains(declared.getOrDefault(field.name(), AttributeType.ANY)))
                .orElse(true);
    }
}

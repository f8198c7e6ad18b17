package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Value;
import java.util.Optional;
import java.util.Set;

/** Names that are given once: those of steps and stages. */
final class UniqueNames {

    private UniqueNames() {}

    static Optional<String> read(Value value, String what, Set<String> names, RuleParts parts) {
        return value.textNode().map(text -> {
            if (!names.add(text.value())) {
                PackCode.DUPLICATE_NAME.tell(
                        parts.faults(), text, "there is a " + what + " '" + text + "' already", "give it another name");
            }
            return text.value();
        });
    }
}

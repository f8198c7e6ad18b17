package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Subjects;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads {@code perSubject}: a list, a selector or true; and {@code retired}, which ends the life of a subject. */
final class SubjectsReader {

    private SubjectsReader() {}

    static Subjects subjects(Fields fields, RuleParts parts) {
        Value value = fields.optional("perSubject");
        Optional<Node> node = value.node();
        if (node.isEmpty()) {
            return Subjects.TOGETHER;
        }
        if (node.get() instanceof FlagNode flag) {
            return flag.value() ? Subjects.SEEN : Subjects.TOGETHER;
        }
        if (node.get() instanceof MapNode) {
            return parts.selector(value).<Subjects>map(Subjects.Selected::new).orElse(Subjects.TOGETHER);
        }
        return value.list(Value::text)
                .flatMap(listed -> listed(listed, node.get(), parts))
                .orElse(Subjects.TOGETHER);
    }

    private static Optional<Subjects> listed(List<String> subjects, Node node, RuleParts parts) {
        boolean whole = node instanceof ListNode list && list.items().size() == subjects.size();
        if (whole && (subjects.isEmpty() || new HashSet<>(subjects).size() < subjects.size())) {
            PackCode.INVARIANT.tell(
                    parts.faults(),
                    node,
                    "a list of subjects names at least one, and each once",
                    "name the subjects, or write true for all that are seen");
            return Optional.empty();
        }
        return subjects.isEmpty() ? Optional.empty() : Optional.of(new Subjects.Listed(subjects));
    }

    static Optional<Selector> retired(Fields fields, Subjects subjects, RuleParts parts) {
        Optional<Selector> retired = parts.selector(fields.optional("retired"));
        if (subjects.equals(Subjects.TOGETHER) && !fields.has("perSubject")) {
            parts.withoutEffect(fields, "retired", "it ends the life of a subject, and there is no perSubject");
        }
        return retired;
    }
}

package dev.soc2.evidence.internal.redaction;

import java.util.List;

/** One rule, by whose name receipts count what it did. */
sealed interface RedactionRule {

    String name();

    /** Fields that are left out. */
    record Drop(String name, List<FieldPath> fields) implements RedactionRule {
        public Drop {
            fields = List.copyOf(fields);
        }
    }

    /** Fields whose values become pseudonyms. */
    record Pseudonym(String name, List<FieldPath> fields) implements RedactionRule {
        public Pseudonym {
            fields = List.copyOf(fields);
        }
    }

    /** Parts of texts that become pseudonyms, wherever they stand. */
    record Parts(String name, TextMatcher matcher) implements RedactionRule {}
}

package dev.soc2.rules.rule;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Picks evidence: by type, by source and by an expression.
 *
 * @param types evidence types; at least one
 * @param source the system the records come from; empty: any
 * @param where expression that a record satisfies; empty: all
 */
public record Selector(Set<String> types, Optional<String> source, Optional<String> where) {

    /** Checks the invariants. */
    public Selector {
        if (types.isEmpty()) {
            throw new IllegalArgumentException("a selector names at least one type");
        }
        types = Collections.unmodifiableSet(new TreeSet<>(Set.copyOf(types)));
    }

    /**
     * All records of one type.
     *
     * @param type the type
     * @return the selector
     */
    public static Selector of(String type) {
        return new Selector(Set.of(type), Optional.empty(), Optional.empty());
    }

    /**
     * The same, with an expression.
     *
     * @param expression the expression
     * @return a copy
     */
    public Selector where(String expression) {
        return new Selector(types, source, Optional.of(expression));
    }

    /**
     * The same, of one source.
     *
     * @param system the system
     * @return a copy
     */
    public Selector from(String system) {
        return new Selector(types, Optional.of(system), where);
    }

    /**
     * The selector in words.
     *
     * @return such as {@code change.merged from git where ...}
     */
    public String words() {
        return String.join(" or ", types)
                + source.map(s -> " from " + s).orElse("")
                + where.map(w -> " where " + w).orElse("");
    }
}

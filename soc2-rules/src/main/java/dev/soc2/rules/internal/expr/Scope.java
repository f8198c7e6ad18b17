package dev.soc2.rules.internal.expr;

import java.util.Map;

/** The names that an expression can read, with their types. */
public record Scope(Map<String, ExprType> variables) {
    public Scope {
        variables = Map.copyOf(variables);
    }
}

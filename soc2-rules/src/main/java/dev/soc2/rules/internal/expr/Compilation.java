package dev.soc2.rules.internal.expr;

import java.util.List;
import java.util.Optional;

/** What compiling came to: an expression, or the faults of its text in the order of their places. */
public record Compilation(Optional<Expression> expression, List<ExpressionFault> faults) {
    public Compilation {
        faults = List.copyOf(faults);
        if (expression.isPresent() != faults.isEmpty()) {
            throw new IllegalArgumentException("an expression has no faults, and a text without faults is one");
        }
    }
}

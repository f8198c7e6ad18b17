package dev.soc2.rules.internal.expr;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A function of the standard: how it is called, which types it takes, what it does.
 *
 * @param style whether it stands before its arguments or after a value
 * @param overloads the types that it takes, the value before the point first
 * @param unary what it does with one value
 * @param binary what it does with two
 * @param foldable whether a call with a constant is worked out when the expression is compiled
 */
record Function(
        String name,
        Style style,
        List<Overload> overloads,
        Optional<Operation.Unary> unary,
        Optional<Operation.Binary> binary,
        boolean foldable) {

    enum Style {
        GLOBAL,
        RECEIVER,
        BOTH
    }

    /** One row of a function's signature table. */
    record Overload(List<Kind> parameters, ExprType result) {
        boolean accepts(List<ExprType> arguments) {
            if (arguments.size() != parameters.size()) {
                return false;
            }
            for (int i = 0; i < parameters.size(); i++) {
                if (!parameters.get(i).accepts(arguments.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What a parameter takes; a value of any type passes and is looked at when it comes. */
    enum Kind {
        BOOL,
        INT,
        DECIMAL,
        STRING,
        TIMESTAMP,
        DURATION,
        LIST,
        MAP;

        String describe() {
            return this == LIST || this == MAP
                    ? name().toLowerCase(Locale.ROOT)
                    : ExprType.Simple.valueOf(name()).describe();
        }

        boolean accepts(ExprType type) {
            if (type == ExprType.DYN) {
                return true;
            }
            return type instanceof ExprType.Simple simple
                    ? simple.name().equals(name())
                    : this == (type instanceof ExprType.ListOf ? LIST : MAP);
        }
    }
}

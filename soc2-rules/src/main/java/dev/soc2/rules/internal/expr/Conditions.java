package dev.soc2.rules.internal.expr;

import java.util.List;

/** {@code &&} and {@code ||}: an operand that decides hides an error on either side of it, as in CEL. */
final class Conditions {

    private Conditions() {}

    /** What a condition that is neither true nor false comes to. */
    static Cause unusable(String sign, Object value) {
        return value instanceof Cause cause ? cause : Cause.cannot(sign, value);
    }

    static <F> Code<F> logic(boolean conjunction, List<Code<F>> operands) {
        return operands.size() == 2 ? two(conjunction, operands.get(0), operands.get(1)) : many(conjunction, operands);
    }

    private static <F> Code<F> two(boolean conjunction, Code<F> left, Code<F> right) {
        return (frame, run) -> {
            Object a = left.run(frame, run);
            if (a instanceof Boolean holds && holds != conjunction) {
                return a;
            }
            Object b = right.run(frame, run);
            if (b instanceof Boolean holds && holds != conjunction) {
                return b;
            }
            return a instanceof Boolean && b instanceof Boolean
                    ? a
                    : unusable(conjunction ? "&&" : "||", a instanceof Boolean ? b : a);
        };
    }

    private static <F> Code<F> many(boolean conjunction, List<Code<F>> operands) {
        return (frame, run) -> {
            Object result = conjunction;
            for (Code<F> operand : operands) {
                Object value = operand.run(frame, run);
                if (value instanceof Boolean holds) {
                    if (holds != conjunction) {
                        return value;
                    }
                } else if (result instanceof Boolean) {
                    result = unusable(conjunction ? "&&" : "||", value);
                }
            }
            return result;
        };
    }
}

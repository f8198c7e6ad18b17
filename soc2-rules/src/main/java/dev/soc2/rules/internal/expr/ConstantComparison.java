package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;

/** Comparison with a constant, by far the most common condition: no second operand, no dispatch on its type. */
final class ConstantComparison {

    private ConstantComparison() {}

    static <F> Code<F> of(Comparison comparison, Code<F> operand, Object constant) {
        return (frame, run) -> {
            Object value = operand.run(frame, run);
            return value instanceof Cause ? value : comparison.apply(value, constant, run);
        };
    }

    /**
     * Reads the field and compares at once when the value is plainly of the constant's type; everything else, absence
     * and errors among it, is left to {@code general}.
     */
    static <F> Code<F> ofField(
            Comparison comparison, FieldAccess<F> access, ExprType type, Object constant, Code<F> general) {
        if (constant instanceof String text && comparison.ofEquality() && mayBe(type, ExprType.Simple.STRING)) {
            boolean equal = comparison == Comparison.EQ;
            return (frame, run) -> access.read(frame) instanceof String value
                    ? (Object) (value.equals(text) == equal)
                    : general.run(frame, run);
        }
        if (constant instanceof Boolean truth && comparison.ofEquality() && mayBe(type, ExprType.Simple.BOOL)) {
            boolean wanted = (comparison == Comparison.EQ) == truth;
            return (frame, run) ->
                    access.read(frame) instanceof Boolean value ? (Object) (value == wanted) : general.run(frame, run);
        }
        if (constant instanceof Long boxed && mayBe(type, ExprType.Simple.INT)) {
            long number = boxed;
            return (frame, run) -> access.read(frame) instanceof Long value
                    ? (Object) comparison.holds(Long.compare(value, number))
                    : general.run(frame, run);
        }
        if (constant instanceof BigDecimal number && mayBe(type, ExprType.Simple.DECIMAL)) {
            return (frame, run) -> access.read(frame) instanceof BigDecimal value && Decimals.fits(value)
                    ? (Object) comparison.holds(value.compareTo(number))
                    : general.run(frame, run);
        }
        return general;
    }

    private static boolean mayBe(ExprType declared, ExprType.Simple wanted) {
        return declared == wanted || declared == ExprType.DYN;
    }
}

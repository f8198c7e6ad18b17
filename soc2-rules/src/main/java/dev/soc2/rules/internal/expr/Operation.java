package dev.soc2.rules.internal.expr;

/**
 * What a function or an arithmetic sign does with values. It looks at the values it gets, since a value of any type is
 * only known then; what it cannot do it answers with a {@link Cause}.
 */
final class Operation {

    private Operation() {}

    /** On one value. */
    @FunctionalInterface
    interface Unary {
        Object apply(Object operand, Run run);
    }

    /** On two values. */
    @FunctionalInterface
    interface Binary {
        Object apply(Object left, Object right, Run run);
    }
}

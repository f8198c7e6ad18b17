package dev.soc2.rules.internal.expr;

/** A piece of a bound expression: gives a value, or a {@link Cause} in its place. */
@FunctionalInterface
interface Code<F> {
    Object run(F frame, Run run);
}

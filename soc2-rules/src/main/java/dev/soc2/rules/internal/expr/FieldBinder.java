package dev.soc2.rules.internal.expr;

/** Finds the access to a field once, when an expression is bound to a host's frames. */
@FunctionalInterface
public interface FieldBinder<F> {

    /** The access to the field at {@code path}; {@code type} is its declared type, DYN when undeclared. */
    FieldAccess<F> bind(FieldPath path, ExprType type);
}

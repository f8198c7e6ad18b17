package dev.soc2.rules.internal.expr;

import org.jspecify.annotations.Nullable;

/** Reads one field of a frame, the host's form of the item under evaluation. */
@FunctionalInterface
public interface FieldAccess<F> {

    /**
     * The value, as Boolean, Long, BigDecimal, String, Instant, Duration, List or Map; null when the field is absent.
     */
    @Nullable
    Object read(F frame);
}

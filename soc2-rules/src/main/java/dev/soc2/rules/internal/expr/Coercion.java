package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value from outside as a type: an integer declared may come as an integral decimal and the other way round,
 * everything else must be what it was declared. Parts of lists and maps are taken when they are read.
 */
@FunctionalInterface
interface Coercion {

    /** The value as this type; null when it is none. */
    @Nullable
    Object take(Object value);

    static Coercion of(ExprType type) {
        if (type instanceof ExprType.ListOf) {
            return value -> value instanceof List ? value : null;
        }
        if (type instanceof ExprType.Simple simple) {
            return switch (simple) {
                case BOOL -> value -> value instanceof Boolean ? value : null;
                case INT -> Coercion::integer;
                case DECIMAL -> Coercion::decimal;
                case STRING -> value -> value instanceof String ? value : null;
                case TIMESTAMP -> value -> value instanceof Instant ? value : null;
                case DURATION -> value -> value instanceof Duration ? value : null;
                case DYN -> Coercion::any;
            };
        }
        return value -> value instanceof Map ? value : null;
    }

    private static @Nullable Object integer(Object value) {
        if (value instanceof Long) {
            return value;
        }
        return value instanceof BigDecimal number && Decimals.fits(number)
                ? Conversions.exactLong(number).orElse(null)
                : null;
    }

    private static @Nullable Object decimal(Object value) {
        if (value instanceof BigDecimal number) {
            return Decimals.fits(number) ? number : Decimals.bounded(number).orElse(null);
        }
        return value instanceof Long number ? BigDecimal.valueOf(number) : null;
    }

    private static @Nullable Object any(Object value) {
        if (value instanceof BigDecimal) {
            return decimal(value);
        }
        boolean known = value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof List
                || value instanceof Map
                || value instanceof Instant
                || value instanceof Duration;
        return known ? value : null;
    }
}

package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arithmetic signs. Two integers stay an integer; with a decimal on either side the result is an exact decimal. */
final class Arithmetic {

    private static final Cause OVERFLOW = new Cause("the result has more than 64 bits");
    private static final Cause ZERO = new Cause("division by zero");
    private static final Cause RANGE = new Cause("the result has more than " + Decimals.RANGE);
    private static final Cause INEXACT =
            new Cause("the quotient has no exact decimal form of at most " + Decimals.RANGE);
    private static final int CHARACTERS_PER_STEP = 64;

    private Arithmetic() {}

    static Object add(Object left, Object right, Run run) {
        if (left instanceof Long a && right instanceof Long b) {
            long sum = a + b;
            return ((a ^ sum) & (b ^ sum)) < 0 ? OVERFLOW : (Object) sum;
        }
        if (left instanceof String a && right instanceof String b) {
            return run.charge((a.length() + b.length()) / CHARACTERS_PER_STEP) ? a + b : Cause.TOO_MANY_STEPS;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return join(a, b, run);
        }
        BigDecimal x = decimal(left);
        BigDecimal y = decimal(right);
        return x != null && y != null ? bounded(x.add(y)) : Times.add(left, right);
    }

    static Object subtract(Object left, Object right, Run run) {
        if (left instanceof Long a && right instanceof Long b) {
            long difference = a - b;
            return ((a ^ b) & (a ^ difference)) < 0 ? OVERFLOW : (Object) difference;
        }
        BigDecimal x = decimal(left);
        BigDecimal y = decimal(right);
        return x != null && y != null ? bounded(x.subtract(y)) : Times.subtract(left, right);
    }

    static Object multiply(Object left, Object right, Run run) {
        if (left instanceof Long a && right instanceof Long b) {
            long product = a * b;
            return Math.multiplyHigh(a, b) != product >> 63 ? OVERFLOW : (Object) product;
        }
        BigDecimal x = decimal(left);
        BigDecimal y = decimal(right);
        return x != null && y != null ? bounded(x.multiply(y)) : Cause.cannot("*", left, right);
    }

    static Object divide(Object left, Object right, Run run) {
        if (left instanceof Long a && right instanceof Long b) {
            return b == 0 ? ZERO : a == Long.MIN_VALUE && b == -1 ? OVERFLOW : (Object) (a / b);
        }
        BigDecimal x = decimal(left);
        BigDecimal y = decimal(right);
        if (x == null || y == null) {
            return Cause.cannot("/", left, right);
        }
        if (y.signum() == 0) {
            return ZERO;
        }
        Optional<BigDecimal> quotient = Decimals.divide(x, y);
        return quotient.isPresent() ? quotient.get() : INEXACT;
    }

    static Object remainder(Object left, Object right, Run run) {
        if (left instanceof Long a && right instanceof Long b) {
            return b == 0 ? ZERO : (Object) (a % b);
        }
        return Cause.cannot("%", left, right);
    }

    static Object negate(Object operand, Run run) {
        if (operand instanceof Long a) {
            return a == Long.MIN_VALUE ? OVERFLOW : (Object) (-a);
        }
        return operand instanceof BigDecimal a ? a.negate() : Cause.cannot("-", operand);
    }

    private static Object join(List<?> left, List<?> right, Run run) {
        if (!run.charge((long) left.size() + right.size())) {
            return Cause.TOO_MANY_STEPS;
        }
        List<Object> joined = new ArrayList<>(left);
        joined.addAll(right);
        return joined;
    }

    private static Object bounded(BigDecimal value) {
        if (Decimals.fits(value)) {
            return value;
        }
        Optional<BigDecimal> stripped = Decimals.bounded(value);
        return stripped.isPresent() ? stripped.get() : RANGE;
    }

    /** A number as a decimal; null for what is no number. */
    private static @Nullable BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        return value instanceof Long number ? BigDecimal.valueOf(number) : null;
    }
}

package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Equality, order and membership of values. Numbers compare by their value, whatever their type. */
final class Values {

    /** Answer of {@link #order} for values that have none. */
    static final int NO_ORDER = Integer.MIN_VALUE;

    private static final int MAX_DEPTH = 100;

    private Values() {}

    static boolean equal(Object left, Object right, Run run) {
        return equal(left, right, run, 0);
    }

    /** Lists and maps of data may have holes, which equal nothing but holes. */
    private static boolean equal(@Nullable Object left, @Nullable Object right, Run run, int depth) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof BigDecimal a) {
            return right instanceof Long b
                    ? a.compareTo(BigDecimal.valueOf(b)) == 0
                    : right instanceof BigDecimal other && a.compareTo(other) == 0;
        }
        if (right instanceof BigDecimal b) {
            return left instanceof Long a && b.compareTo(BigDecimal.valueOf(a)) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return descend(run, depth) && equalLists(a, b, run, depth + 1);
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return descend(run, depth) && equalMaps(a, b, run, depth + 1);
        }
        return left.equals(right);
    }

    /** Data nested deeper than any document is not compared, rather than at the price of the thread's stack. */
    private static boolean descend(Run run, int depth) {
        if (depth >= MAX_DEPTH) {
            run.exhaust();
        }
        return !run.exhausted();
    }

    private static boolean equalLists(List<?> left, List<?> right, Run run, int depth) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> other = right.iterator();
        for (Object element : left) {
            if (!run.charge(1) || !equal(element, other.next(), run, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMaps(Map<?, ?> left, Map<?, ?> right, Run run, int depth) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            Object other = right.get(entry.getKey());
            if (!run.charge(1) || other == null || !equal(entry.getValue(), other, run, depth)) {
                return false;
            }
        }
        return true;
    }

    /** Order of two values of one kind as -1, 0 or 1; {@link #NO_ORDER} otherwise. Texts are compared elsewhere. */
    static int order(Object left, Object right) {
        if (left instanceof Long a) {
            if (right instanceof Long b) {
                return Long.compare(a, b);
            }
            return right instanceof BigDecimal b ? BigDecimal.valueOf(a).compareTo(b) : NO_ORDER;
        }
        if (left instanceof BigDecimal a) {
            if (right instanceof BigDecimal b) {
                return a.compareTo(b);
            }
            return right instanceof Long b ? a.compareTo(BigDecimal.valueOf(b)) : NO_ORDER;
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.compareTo(b);
        }
        return left instanceof Boolean a && right instanceof Boolean b ? Boolean.compare(a, b) : NO_ORDER;
    }

    /** {@code element in container}. */
    static Object in(Object element, Object container, Run run) {
        if (container instanceof List<?> list) {
            for (Object candidate : list) {
                if (!run.charge(1)) {
                    return Cause.TOO_MANY_STEPS;
                }
                if (equal(element, candidate, run)) {
                    return true;
                }
            }
            return false;
        }
        if (container instanceof Map<?, ?> map) {
            return element instanceof String ? (Object) map.containsKey(element) : Cause.cannot("in", element, map);
        }
        return Cause.cannot("in", element, container);
    }

    /** {@code in} a list of texts that is known now: a set answers it. */
    static Operation.Unary inTexts(List<?> texts) {
        Set<?> set = Set.copyOf(texts);
        return (element, run) -> set.contains(element);
    }

    /** A map's keys in order, so that no map's own order can show. */
    static List<String> sortedKeys(Map<?, ?> map) {
        List<String> keys = new ArrayList<>();
        map.keySet().forEach(key -> keys.add(String.valueOf(key)));
        keys.sort(CodePointOrder::compare);
        return keys;
    }
}

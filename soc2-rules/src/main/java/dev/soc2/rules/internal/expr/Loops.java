package dev.soc2.rules.internal.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The macros as loops; each round takes a step. */
final class Loops {

    private Loops() {}

    static <F> Code<F> of(Node.Loop node, Code<F> range, Optional<Code<F>> condition, Optional<Code<F>> transform) {
        return switch (node.macro()) {
            case EXISTS -> decided(node, range, condition.orElseThrow(), true);
            case ALL -> decided(node, range, condition.orElseThrow(), false);
            case EXISTS_ONE -> one(node, range, condition.orElseThrow());
            case FILTER -> collected(node, range, condition.orElseThrow(), (frame, run) -> run.get(node.slot()));
            case MAP -> collected(node, range, condition.orElse((frame, run) -> true), transform.orElseThrow());
        };
    }

    /** {@code exists} and {@code all}: an element that decides hides the errors of others. */
    private static <F> Code<F> decided(Node.Loop node, Code<F> range, Code<F> condition, boolean deciding) {
        return (frame, run) -> {
            Object items = items(range.run(frame, run), node);
            if (!(items instanceof Collection<?> collection)) {
                return items;
            }
            Object result = !deciding;
            for (Object item : collection) {
                Object value = round(node, item, condition, frame, run);
                if (value instanceof Boolean holds && holds == deciding) {
                    return value;
                }
                if (run.exhausted()) {
                    return Cause.TOO_MANY_STEPS;
                }
                if (!(value instanceof Boolean) && result instanceof Boolean) {
                    result = Conditions.unusable(node.macro().word() + "()", value);
                }
            }
            return result;
        };
    }

    private static <F> Code<F> one(Node.Loop node, Code<F> range, Code<F> condition) {
        return (frame, run) -> {
            Object items = items(range.run(frame, run), node);
            if (!(items instanceof Collection<?> collection)) {
                return items;
            }
            int found = 0;
            for (Object item : collection) {
                Object value = round(node, item, condition, frame, run);
                if (!(value instanceof Boolean holds)) {
                    return Conditions.unusable("exists_one()", value);
                }
                found += holds ? 1 : 0;
            }
            return found == 1;
        };
    }

    private static <F> Code<F> collected(Node.Loop node, Code<F> range, Code<F> condition, Code<F> transform) {
        return (frame, run) -> {
            Object items = items(range.run(frame, run), node);
            if (!(items instanceof Collection<?> collection)) {
                return items;
            }
            List<Object> results = new ArrayList<>();
            for (Object item : collection) {
                Object value = round(node, item, condition, frame, run);
                if (!(value instanceof Boolean holds)) {
                    return Conditions.unusable(node.macro().word() + "()", value);
                }
                if (holds) {
                    Object result = transform.run(frame, run);
                    if (result instanceof Cause) {
                        return result;
                    }
                    results.add(result);
                }
            }
            return results;
        };
    }

    /** Elements of a list or the keys of a map; a cause for anything else. */
    private static Object items(Object range, Node.Loop node) {
        if (range instanceof List || range instanceof Cause) {
            return range;
        }
        return range instanceof Map<?, ?> map
                ? Values.sortedKeys(map)
                : Cause.cannot(node.macro().word() + "()", range);
    }

    /** Sets the variable to an element and asks the condition; a cause when the element is not what it should be. */
    private static <F> Object round(Node.Loop node, Object item, Code<F> condition, F frame, Run run) {
        if (!run.charge(1)) {
            return Cause.TOO_MANY_STEPS;
        }
        Object taken = Elements.element(item, node.elementType());
        if (taken instanceof Cause) {
            return taken;
        }
        run.set(node.slot(), taken);
        return condition.run(frame, run);
    }
}

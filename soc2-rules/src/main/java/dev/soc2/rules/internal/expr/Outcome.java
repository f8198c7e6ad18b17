package dev.soc2.rules.internal.expr;

import java.util.function.Function;

/** What an evaluation came to: a value, or the cause why there is none. */
public sealed interface Outcome {

    /** Handles both cases. */
    <R> R match(Function<Object, R> onValue, Function<String, R> onFailure);

    /** The expression has a value. */
    record Value(Object value) implements Outcome {
        @Override
        public <R> R match(Function<Object, R> onValue, Function<String, R> onFailure) {
            return onValue.apply(value);
        }
    }

    /** The expression cannot be computed for this item. */
    record Failure(String cause) implements Outcome {
        @Override
        public <R> R match(Function<Object, R> onValue, Function<String, R> onFailure) {
            return onFailure.apply(cause);
        }
    }
}

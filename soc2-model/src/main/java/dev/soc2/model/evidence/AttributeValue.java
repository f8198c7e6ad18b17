package dev.soc2.model.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The value of an attribute: text, a number, a flag, a list or a map. There is no null: an attribute without a value is
 * left out. Instants inside attributes are text.
 */
public sealed interface AttributeValue {

    /**
     * The value as plain Java: {@link String}, {@link Boolean}, {@link Long} for a whole number that fits, else
     * {@link BigDecimal}, {@link List} or {@link Map} of the same.
     *
     * @return an immutable value
     */
    Object plain();

    /**
     * Text.
     *
     * @param value the text
     * @return the value
     */
    static AttributeValue of(String value) {
        return new TextValue(value);
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the value
     */
    static AttributeValue of(long value) {
        return new NumberValue(BigDecimal.valueOf(value));
    }

    /**
     * An exact number.
     *
     * @param value the number
     * @return the value
     */
    static AttributeValue of(BigDecimal value) {
        return new NumberValue(value);
    }

    /**
     * A flag.
     *
     * @param value true or false
     * @return the value
     */
    static AttributeValue of(boolean value) {
        return new FlagValue(value);
    }

    /**
     * A list.
     *
     * @param values the members
     * @return the value
     */
    static AttributeValue of(List<? extends AttributeValue> values) {
        return new ListValue(List.copyOf(values));
    }

    /**
     * A map.
     *
     * @param values the members by name
     * @return the value
     */
    static AttributeValue of(Map<String, ? extends AttributeValue> values) {
        return new MapValue(Map.copyOf(values));
    }

    /**
     * A list of texts.
     *
     * @param values the texts
     * @return the value
     */
    static AttributeValue texts(List<String> values) {
        return of(values.stream().map(AttributeValue::of).toList());
    }

    /**
     * Text.
     *
     * @param value the text
     */
    record TextValue(String value) implements AttributeValue {

        /** Checks that there is a text. */
        public TextValue {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Object plain() {
            return value;
        }
    }

    /**
     * An exact number; {@code 1}, {@code 1.0} and {@code 1e0} are equal.
     *
     * @param value the number, without trailing zeros after construction
     */
    record NumberValue(BigDecimal value) implements AttributeValue {

        private static final int LARGEST_SCALE = 1_000;

        /** Takes trailing zeros away and refuses numbers whose digits would not fit a document. */
        public NumberValue {
            if (Math.abs((long) value.scale()) > LARGEST_SCALE || value.precision() > LARGEST_SCALE) {
                throw new IllegalArgumentException("a number has at most " + LARGEST_SCALE + " digits");
            }
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }

        @Override
        public Object plain() {
            if (value.scale() == 0 && value.toBigInteger().bitLength() < Long.SIZE) {
                return value.longValueExact();
            }
            return value;
        }
    }

    /**
     * A flag.
     *
     * @param value true or false
     */
    record FlagValue(boolean value) implements AttributeValue {
        @Override
        public Object plain() {
            return value;
        }
    }

    /**
     * A list.
     *
     * @param values the members, in order
     */
    record ListValue(List<AttributeValue> values) implements AttributeValue {

        /** Copies the members. */
        public ListValue {
            values = List.copyOf(values);
        }

        @Override
        public Object plain() {
            List<Object> plain = new ArrayList<>(values.size());
            values.forEach(v -> plain.add(v.plain()));
            return Collections.unmodifiableList(plain);
        }
    }

    /**
     * A map.
     *
     * @param values the members by name, sorted after construction
     */
    record MapValue(Map<String, AttributeValue> values) implements AttributeValue {

        /** Copies the members. */
        public MapValue {
            values = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(values)));
        }

        @Override
        public Object plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            values.forEach((name, v) -> plain.put(name, v.plain()));
            return Collections.unmodifiableMap(plain);
        }
    }
}

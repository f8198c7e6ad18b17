package dev.soc2.evidence.internal.redaction;

import dev.soc2.model.evidence.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One rule at work on the values of one record; counts what it takes out. */
final class AttributeRedactor {

    private final KeyedDigest key;
    private long count;

    AttributeRedactor(KeyedDigest key) {
        this.key = key;
    }

    long count() {
        return count;
    }

    void one() {
        count++;
    }

    String whole(String text) {
        count++;
        return key.pseudonym(text);
    }

    String parts(String text, TextMatcher matcher) {
        return matcher.replace(text, this::whole);
    }

    Map<String, AttributeValue> parts(Map<String, AttributeValue> values, TextMatcher matcher) {
        Map<String, AttributeValue> redacted = new TreeMap<>();
        values.forEach((name, value) -> redacted.put(parts(name, matcher), parts(value, matcher)));
        return redacted;
    }

    private AttributeValue parts(AttributeValue value, TextMatcher matcher) {
        if (value instanceof AttributeValue.TextValue text) {
            return AttributeValue.of(parts(text.value(), matcher));
        }
        if (value instanceof AttributeValue.ListValue list) {
            return AttributeValue.of(
                    list.values().stream().map(item -> parts(item, matcher)).toList());
        }
        return value instanceof AttributeValue.MapValue map ? AttributeValue.of(parts(map.values(), matcher)) : value;
    }

    Map<String, AttributeValue> pseudonym(Map<String, AttributeValue> values, List<String> path) {
        return change(values, path, value -> Optional.of(pseudonym(value)));
    }

    Map<String, AttributeValue> drop(Map<String, AttributeValue> values, List<String> path) {
        return change(values, path, value -> {
            count++;
            return Optional.empty();
        });
    }

    private AttributeValue pseudonym(AttributeValue value) {
        if (value instanceof AttributeValue.ListValue list) {
            return AttributeValue.of(list.values().stream().map(this::pseudonym).toList());
        }
        if (value instanceof AttributeValue.MapValue map) {
            Map<String, AttributeValue> redacted = new TreeMap<>();
            map.values().forEach((name, member) -> redacted.put(name, pseudonym(member)));
            return AttributeValue.of(redacted);
        }
        return AttributeValue.of(whole(String.valueOf(value.plain())));
    }

    @FunctionalInterface
    private interface Changing {
        Optional<AttributeValue> of(AttributeValue value);
    }

    /** The values with what a path leads to changed; a path leads through every member of a list. */
    private static Map<String, AttributeValue> change(
            Map<String, AttributeValue> values, List<String> path, Changing changing) {
        Map<String, AttributeValue> changed = new TreeMap<>(values);
        AttributeValue value = changed.remove(path.get(0));
        if (value != null) {
            change(value, path.subList(1, path.size()), changing).ifPresent(one -> changed.put(path.get(0), one));
        }
        return changed;
    }

    private static Optional<AttributeValue> change(AttributeValue value, List<String> rest, Changing changing) {
        if (rest.isEmpty()) {
            return changing.of(value);
        }
        if (value instanceof AttributeValue.MapValue map) {
            return Optional.of(AttributeValue.of(change(map.values(), rest, changing)));
        }
        if (value instanceof AttributeValue.ListValue list) {
            return Optional.of(AttributeValue.of(list.values().stream()
                    .flatMap(item -> change(item, rest, changing).stream())
                    .toList()));
        }
        return Optional.of(value);
    }
}

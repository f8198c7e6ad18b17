package dev.soc2.evidence.internal.register;

import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.model.evidence.AttributeValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One entry of a register as one snapshot shows it. */
final class Entry {

    private final String id;
    private final boolean active;
    private final Optional<String> status;
    private final Set<String> entitlements;
    private final Optional<Boolean> human;
    private final Map<String, AttributeValue> position;
    private final Map<String, AttributeValue> kept;
    private final byte[] raw;

    /** Reads a row whose name and status were found to be there. */
    Entry(String id, JsonRecord row, RegisterOptions options) {
        this.id = id;
        this.status = status(row, options);
        this.active = status.map(options::isActive).orElse(true);
        this.entitlements = new LinkedHashSet<>(row.value().texts(options.entitlements()));
        this.human = options.service().flatMap(row.value()::flag).map(service -> !service);
        this.position = attributes(row, options.position());
        this.kept = attributes(row, options.kept());
        this.raw = Arrays.copyOfRange(
                row.slice().bytes(), row.slice().from(), row.slice().to());
    }

    /** The word for whether an entry is in force; of a flag, {@code true} or {@code false}. */
    static Optional<String> status(JsonRecord row, RegisterOptions options) {
        return row.value()
                .name(options.status())
                .or(() -> row.value().flag(options.status()).map(String::valueOf));
    }

    private static Map<String, AttributeValue> attributes(JsonRecord row, Map<String, String> fields) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        fields.forEach((attribute, field) ->
                row.value().attribute(field).ifPresent(value -> attributes.put(attribute, value)));
        return attributes;
    }

    String id() {
        return id;
    }

    boolean isActive() {
        return active;
    }

    Optional<String> status() {
        return status;
    }

    Set<String> entitlements() {
        return entitlements;
    }

    Optional<Boolean> human() {
        return human;
    }

    /** Whether it may be a person: unless the register says otherwise. */
    boolean isPerson() {
        return human.orElse(true);
    }

    Map<String, AttributeValue> position() {
        return position;
    }

    Map<String, AttributeValue> kept() {
        return kept;
    }

    byte[] raw() {
        return raw;
    }
}

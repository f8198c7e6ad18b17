package dev.soc2.evidence.importing;

import dev.soc2.model.evidence.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The options of an import, as they would stand in an engagement file beside {@code format} and {@code path}. Immutable;
 * each call answers a copy.
 *
 * <pre>{@code
 * Importers.of("OCSF", ImportOptions.NONE.source("prowler").extractedAt(exportedAt))
 * }</pre>
 *
 * @param values name to value
 * @param redactionKey the key of the option {@code redact}, which no option holds
 */
public record ImportOptions(Map<String, AttributeValue> values, Optional<RedactionKey> redactionKey) {

    /** No options. */
    public static final ImportOptions NONE = new ImportOptions(Map.of());

    /** Copies the options. */
    public ImportOptions {
        values = Map.copyOf(values);
        Objects.requireNonNull(redactionKey, "redactionKey");
    }

    /**
     * Options without a key.
     *
     * @param values name to value
     */
    public ImportOptions(Map<String, AttributeValue> values) {
        this(values, Optional.empty());
    }

    /**
     * The key of the option {@code redact}.
     *
     * @param key the key
     * @return a copy with it
     */
    public ImportOptions redactionKey(RedactionKey key) {
        return new ImportOptions(values, Optional.of(key));
    }

    /**
     * The system that the records come from.
     *
     * @param source its name
     * @return a copy with it
     */
    public ImportOptions source(String source) {
        return with("source", source);
    }

    /**
     * The interval that the export covers.
     *
     * @param from first instant covered
     * @param to first instant no longer covered
     * @return a copy with it
     */
    public ImportOptions window(Instant from, Instant to) {
        return with(
                "window",
                AttributeValue.of(Map.of(
                        "from", AttributeValue.of(from.toString()),
                        "to", AttributeValue.of(to.toString()))));
    }

    /**
     * When the export was made.
     *
     * @param instant the instant
     * @return a copy with it
     */
    public ImportOptions extractedAt(Instant instant) {
        return with("extractedAt", instant.toString());
    }

    /**
     * A text.
     *
     * @param option name of the option
     * @param value the text
     * @return a copy with it
     */
    public ImportOptions with(String option, String value) {
        return with(option, AttributeValue.of(value));
    }

    /**
     * A list of names.
     *
     * @param option name of the option
     * @param values the names
     * @return a copy with them
     */
    public ImportOptions with(String option, List<String> values) {
        return with(option, AttributeValue.texts(values));
    }

    /**
     * A flag.
     *
     * @param option name of the option
     * @param value true or false
     * @return a copy with it
     */
    public ImportOptions with(String option, boolean value) {
        return with(option, AttributeValue.of(value));
    }

    /**
     * Any value.
     *
     * @param option name of the option
     * @param value the value
     * @return a copy with it
     */
    public ImportOptions with(String option, AttributeValue value) {
        Map<String, AttributeValue> more = new TreeMap<>(values);
        more.put(option, value);
        return new ImportOptions(more, redactionKey);
    }
}

package dev.soc2.model.engagement;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a system description says about one description criterion.
 *
 * @param text the answer; empty when it is given in parts
 * @param parts the answer by part, such as infrastructure, software, people, procedures and data
 */
public record DescriptionAnswer(String text, Map<String, String> parts) {

    /** Copies the parts, sorted by name. */
    public DescriptionAnswer {
        Objects.requireNonNull(text, "text");
        parts = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(parts)));
    }
}

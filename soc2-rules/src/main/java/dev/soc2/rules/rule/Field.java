package dev.soc2.rules.rule;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A field of an evidence record: one of its own, such as {@code subject}, or {@code attributes.<name>}.
 *
 * @param path the written form
 */
public record Field(String path) {

    /** Names of the fields that every record has. */
    public static final Set<String> OWN =
            Set.of("id", "type", "subject", "actor", "source", "occurredAt", "observedAt");

    private static final String PREFIX = "attributes.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Whom or what a record is about. */
    public static final Field SUBJECT = new Field("subject");
    /** When a record took effect. */
    public static final Field OCCURRED_AT = new Field("occurredAt");

    /** Checks the form. */
    public Field {
        boolean attribute = path.startsWith(PREFIX)
                && NAME.matcher(path.substring(PREFIX.length())).matches();
        if (!attribute && !OWN.contains(path)) {
            throw new IllegalArgumentException(
                    "a field is one of id, type, subject, actor, source, occurredAt, observedAt or attributes.<name>, got '"
                            + path + "'");
        }
    }

    /**
     * A field from its written form.
     *
     * @param path such as {@code attributes.severity}
     * @return the field
     * @throws IllegalArgumentException if the text has another form
     */
    public static Field of(String path) {
        return new Field(path);
    }

    /**
     * Whether it lies among the attributes.
     *
     * @return true for {@code attributes.<name>}
     */
    public boolean isAttribute() {
        return path.startsWith(PREFIX);
    }

    /**
     * The name without the prefix.
     *
     * @return name of the attribute or of the record's own field
     */
    public String name() {
        return isAttribute() ? path.substring(PREFIX.length()) : path;
    }

    /**
     * The written form.
     *
     * @return such as {@code attributes.severity}
     */
    @Override
    public String toString() {
        return path;
    }
}

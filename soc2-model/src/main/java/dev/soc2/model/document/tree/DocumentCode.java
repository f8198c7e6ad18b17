package dev.soc2.model.document.tree;

/**
 * The faults that reading a document can bring to light, with their stable codes.
 *
 * <p>A code keeps its meaning once released and is never used again for another fault.
 */
public enum DocumentCode {
    /** The document does not follow the syntax of JSON or YAML; the only issue of its document. */
    SYNTAX("SOC2-D001"),
    /** The bytes are not UTF-8 without a byte order mark; the only issue of its document. */
    ENCODING("SOC2-D002"),
    /** There is nothing in the document; the only issue of its document. */
    EMPTY("SOC2-D003"),
    /** Something follows the end of the document; the only issue of its document. */
    TRAILING("SOC2-D004"),
    /** A limit of {@link DocumentLimits} is exceeded; the only issue of its document. */
    LIMIT("SOC2-D005"),
    /** A field stands twice in one map. */
    DUPLICATE_FIELD("SOC2-D006"),
    /** A text holds a character that no text may hold: half a surrogate pair or a control character. */
    CHARACTER("SOC2-D007"),
    /** A number is too long, its exponent too large, or it is no finite number. */
    NUMBER("SOC2-D008"),
    /** A YAML tag is none of the core schema, or does not fit its value. */
    YAML_TAG("SOC2-D009"),
    /** A YAML alias points nowhere or into itself; the only issue of its document. */
    YAML_ALIAS("SOC2-D010"),
    /** A YAML merge key, which YAML 1.2 does not have. */
    YAML_MERGE("SOC2-D011"),
    /** The key of a YAML map is a list, a map or an alias. */
    YAML_KEY("SOC2-D012"),
    /** A YAML document announces another version than 1.2; the only issue of its document. */
    YAML_VERSION("SOC2-D013"),
    /** The name of a file does not tell its format. */
    FORMAT("SOC2-D014"),
    /** A required field is missing. */
    MISSING_FIELD("SOC2-D020"),
    /** A field that nobody reads. */
    UNKNOWN_FIELD("SOC2-D021"),
    /** A value is of another kind than the field wants, such as a number where a text is wanted. */
    WRONG_KIND("SOC2-D022"),
    /** A value is of the right kind and cannot be read, such as a date that does not exist. */
    WRONG_VALUE("SOC2-D023"),
    /** A word is none of those that the field allows. */
    UNKNOWN_WORD("SOC2-D024"),
    /** A value breaks a rule that is stated on the value it is read into. */
    CONSTRAINT("SOC2-D025"),
    /** Values that are right in themselves do not fit together. */
    INVARIANT("SOC2-D026"),
    /** There were more faults than a reader collects. */
    TOO_MANY_FAULTS("SOC2-D099");

    private final String code;

    DocumentCode(String code) {
        this.code = code;
    }

    /**
     * The stable id.
     *
     * @return a code such as {@code SOC2-D021}
     */
    public String code() {
        return code;
    }
}

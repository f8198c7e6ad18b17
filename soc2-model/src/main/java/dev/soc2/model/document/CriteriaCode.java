package dev.soc2.model.document;

/** The faults that only a criteria catalogue can have, with their stable codes. */
enum CriteriaCode {
    /** The file cannot be read. */
    UNREADABLE("SOC2-C001"),
    /** The catalogue has no criteria. */
    EMPTY("SOC2-C002"),
    /** A criterion stands twice. */
    TWICE("SOC2-C003"),
    /** The document does not name the catalogue. */
    UNNAMED("SOC2-C004"),
    /** A COSO principle is none of 1 to 17. */
    PRINCIPLE("SOC2-C005"),
    /** A criterion lists its categories, and the list is empty. */
    NO_CATEGORY("SOC2-C006");

    private final String code;

    CriteriaCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}

package dev.soc2.model.document;

/** The faults that only an engagement can have, with their stable codes. */
enum EngagementCode {
    /** The folder of the engagement does not exist. */
    NO_FOLDER("SOC2-G001"),
    /** The folder holds no {@code engagement.yaml}. */
    NO_FILE("SOC2-G002"),
    /** The engagement file cannot be read. */
    UNREADABLE("SOC2-G003"),
    /** A criterion that the catalogue does not have. */
    UNKNOWN_CRITERION("SOC2-G004"),
    /** A criterion that the categories do not bring into scope. */
    NOT_IN_SCOPE("SOC2-G005"),
    /** A field of the other report type. */
    OTHER_TYPE("SOC2-G006"),
    /** Two entries of one list have the same id. */
    TWICE("SOC2-G007"),
    /** A list that needs a member has none. */
    EMPTY("SOC2-G008"),
    /** A text that says something is needed, and there are only blanks. */
    BLANK("SOC2-G009"),
    /** A rate that cannot be read, or does not lie from 0 up to but not including 1. */
    RATE("SOC2-G010"),
    /** A rate beside a policy that has none, or a tolerance without one. */
    POLICY("SOC2-G011"),
    /** Business hours that cannot be read. */
    HOURS("SOC2-G012"),
    /** Days of the week that cannot be read. */
    DAYS("SOC2-G013"),
    /** A path that is not relative to the engagement folder, or leaves it. */
    PATH("SOC2-G014"),
    /** A bridge letter that follows no report. */
    BRIDGE_WITHOUT_REPORT("SOC2-G015"),
    /** A part of the description that is none of DC1 to DC9. */
    UNKNOWN_DESCRIPTION("SOC2-G016"),
    /** A pack that is neither an id nor a path. */
    PACK("SOC2-G017"),
    /** Identities in a file, where a document has no folder. */
    IDENTITIES("SOC2-G018"),
    /** An evidence format that is no name. */
    FORMAT("SOC2-G019"),
    /** A time that no record may carry either. */
    TIME("SOC2-G020"),
    /** A criteria catalogue in a file, where a document has no folder. */
    CRITERIA("SOC2-G021");

    private final String code;

    EngagementCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}

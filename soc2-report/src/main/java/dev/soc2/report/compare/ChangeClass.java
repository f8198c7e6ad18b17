package dev.soc2.report.compare;

/** What became of a criterion, a control or an item from one assessment to the next; what needs attention comes first. */
public enum ChangeClass {
    /** Nothing was wrong with it, and now something is. */
    NEW,
    /** It changed for the worse, and was open before or is not open yet. */
    WORSE,
    /** It is in scope now, and was not before. */
    ADDED,
    /** It was in scope, and is not any more; what was open about it is not resolved by that. */
    REMOVED,
    /** It changed for the better, and is still open or was not open before. */
    BETTER,
    /** Something was wrong with it, and nothing is any more. */
    RESOLVED,
    /** It is what it was. */
    UNCHANGED;

    /**
     * What it is when the two assessments change places.
     *
     * @return the class of the change back
     */
    public ChangeClass mirrored() {
        return switch (this) {
            case NEW -> RESOLVED;
            case WORSE -> BETTER;
            case ADDED -> REMOVED;
            case REMOVED -> ADDED;
            case BETTER -> WORSE;
            case RESOLVED -> NEW;
            case UNCHANGED -> UNCHANGED;
        };
    }
}

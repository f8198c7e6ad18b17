package dev.soc2.model.result;

/** What the items of a test stand for, and so what it means that there is none. */
public enum ItemMeaning {
    /** Each item called for the control; whether it worked is what the item shows. */
    CALL,
    /** Each item is something that must not exist; that there is none is for the population to prove. */
    PROHIBITED,
    /** The same, and a heartbeat without gaps proves that there was none. */
    PROHIBITED_AND_WATCHED;

    /**
     * Whether an item speaks against the control by being there.
     *
     * @return true for what must not exist
     */
    public boolean isProhibited() {
        return this != CALL;
    }
}

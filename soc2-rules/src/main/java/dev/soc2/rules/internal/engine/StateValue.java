package dev.soc2.rules.internal.engine;

/** What is known of a property at an instant; of two things said at once, the later constant counts. */
enum StateValue {
    TRUE,
    UNKNOWN,
    FALSE,
    /** It would count against the asset, and somebody said beforehand that it does not. */
    EXCUSED
}

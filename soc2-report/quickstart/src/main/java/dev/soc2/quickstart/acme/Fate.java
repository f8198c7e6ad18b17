package dev.soc2.quickstart.acme;

import java.util.List;

/** What becomes of one obligation of the made-up company. */
enum Fate {
    ON_TIME("done in time"),
    ON_THE_LIMIT("done at the very instant it was due"),
    ACROSS_THE_CLOCK_CHANGE("done when due, over a change of the clock"),
    AFTER_PERIOD_END("done in time, after the end of the period"),
    BEFORE_PERIOD("began before the period and was late"),
    NOT_YET_DUE("open, and due after the assessment"),
    EXCUSED("not done, and excused before it was due"),
    LATE("late by days"),
    LATE_BY_A_SECOND("late by a second"),
    MISSING("never done"),
    EXCUSED_TOO_LATE("never done, and excused after it was due"),
    ANSWERED_BEFORE("answered before it began, which is no answer");

    /** What looks like a deviation and is none. */
    static final List<Fate> LOOK_ALIKES =
            List.of(ON_THE_LIMIT, ACROSS_THE_CLOCK_CHANGE, AFTER_PERIOD_END, BEFORE_PERIOD, EXCUSED);

    /** What is a deviation. */
    static final List<Fate> PLANTS = List.of(LATE, LATE_BY_A_SECOND, MISSING, EXCUSED_TOO_LATE, ANSWERED_BEFORE);

    /** What is a deviation where an early answer is accepted. */
    static final List<Fate> PLANTS_IF_EARLY_COUNTS = List.of(LATE, LATE_BY_A_SECOND, MISSING, EXCUSED_TOO_LATE);

    private final String story;

    Fate(String story) {
        this.story = story;
    }

    String story() {
        return story;
    }

    boolean isPlanted() {
        return PLANTS.contains(this);
    }
}

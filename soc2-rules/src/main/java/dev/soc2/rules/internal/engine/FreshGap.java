package dev.soc2.rules.internal.engine;

/**
 * A time in which nothing good was there.
 *
 * @param window from where the last validity ran out to where the next one begins, wherever these lie
 * @param inside the part in which it was asked for
 * @param due when the grace ends
 * @param closed whether something good ended it
 * @param before what came before it
 */
record FreshGap(Window window, Window inside, long due, boolean closed, Before before) {

    /** What came before a gap. */
    enum Before {
        /** Something good, which ran out. */
        GOOD,
        /** Nothing: the subject came to be. */
        BIRTH,
        /** Nothing that is recorded. */
        UNKNOWN
    }

    /** Whether it lasted beyond its grace while it was asked for. */
    boolean isExceeded() {
        return inside.to() > due;
    }

    /** Whether something good came while the grace lasted. */
    boolean isClosedInTime() {
        return closed && window.to() <= due;
    }
}

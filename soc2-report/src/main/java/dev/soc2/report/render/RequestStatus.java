package dev.soc2.report.render;

import java.util.Objects;

/**
 * How far an evidence request is, as people keep it.
 *
 * @param state the state
 * @param link where the evidence was put; empty when nowhere yet
 * @param note what was said about it; empty when nothing
 */
public record RequestStatus(State state, String link, String note) {

    /** Asked for, and nothing came yet. */
    public static final RequestStatus OPEN = new RequestStatus(State.OPEN, "", "");

    /** The states of a request. */
    public enum State {
        /** Nothing came yet. */
        OPEN,
        /** Something was handed in and is to be looked at. */
        SUBMITTED,
        /** What was handed in is enough. */
        ACCEPTED,
        /** What was handed in is not enough. */
        RETURNED,
        /** It need not be provided; the note says why. */
        NOT_APPLICABLE
    }

    /** Checks that nothing is null. */
    public RequestStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(note, "note");
    }
}

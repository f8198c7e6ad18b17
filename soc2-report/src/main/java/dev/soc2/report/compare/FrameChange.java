package dev.soc2.report.compare;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that two assessments differ in before any result is looked at.
 *
 * @param aspect what it is
 * @param about the control, test, criterion or pack that it concerns; empty where it concerns all
 * @param before how it was, as {@code assessment.json} writes it; empty where there was nothing
 * @param after how it is; empty where there is nothing
 */
public record FrameChange(FrameAspect aspect, String about, String before, String after)
        implements Comparable<FrameChange> {

    private static final Comparator<FrameChange> ORDER = Comparator.comparing(FrameChange::aspect)
            .thenComparing(FrameChange::about)
            .thenComparing(FrameChange::before)
            .thenComparing(FrameChange::after);

    /** Checks that the two differ. */
    public FrameChange {
        Objects.requireNonNull(aspect, "aspect");
        Objects.requireNonNull(about, "about");
        if (before.equals(after)) {
            throw new IllegalArgumentException(aspect + " did not change: " + before);
        }
    }

    /** Orders by aspect, then by what it concerns. */
    @Override
    public int compareTo(FrameChange other) {
        return ORDER.compare(this, other);
    }
}

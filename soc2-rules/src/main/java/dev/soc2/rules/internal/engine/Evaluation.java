package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Selector;
import java.time.ZoneId;
import java.util.Optional;

/** One test being evaluated: the scene, the window of its control, and where its findings go. */
final class Evaluation {

    final Scene scene;
    final Timeline timeline;
    final Window window;

    /** The window up to the end of the period, also when the assessment is made before it. */
    final Window whole;

    /** The part of the window whose items count, where the control has versions; else the window. */
    final Window own;

    final Findings findings;

    Evaluation(Scene scene, Window window, Window whole, Findings findings) {
        this(scene, window, whole, window, findings);
    }

    Evaluation(Scene scene, Window window, Window whole, Window own, Findings findings) {
        this.scene = scene;
        this.timeline = scene.timeline;
        this.window = window;
        this.whole = whole;
        this.own = own;
        this.findings = findings;
    }

    long asOf() {
        return scene.instants.asOf;
    }

    ZoneId zone() {
        return scene.engagement.zone();
    }

    Optional<BusinessCalendar> calendar(Optional<String> name) {
        return name.map(n -> scene.engagement.calendars().get(n));
    }

    /** A clock for limits, or empty (and said so) when the engagement does not declare the calendar. */
    Optional<Clock> clock(Optional<String> calendar) {
        Optional<BusinessCalendar> found = calendar(calendar);
        if (calendar.isPresent() && found.isEmpty()) {
            findings.stop(
                    ReasonCode.CALENDAR_UNKNOWN, "the engagement declares no calendar named '" + calendar.get() + "'");
            return Optional.empty();
        }
        return Optional.of(new Clock(zone(), found));
    }

    /**
     * What did not show up in a window: a deviation when silence is absence, else undetermined.
     *
     * @param item the item
     * @param selector what should have shown up
     * @param from start of the window that counts
     * @param to its end
     * @param reason reason of the deviation
     */
    void absent(Item item, Selector selector, long from, long to, ReasonCode reason) {
        if (isSilenceAbsence(item, selector, from, to)) {
            findings.deviation(item, reason);
        } else {
            findings.undetermined(item, ReasonCode.SOURCE_GAP);
        }
    }

    /** Whether nothing found in a window means that nothing was there; says so in the item when it does not. */
    boolean isSilenceAbsence(Item item, Selector selector, long from, long to) {
        Coverage.Silence silence = scene.coverage.silence(selector, from, to);
        boolean strict = scene.engagement.assurance() == AssuranceLevel.STRICT;
        if (silence == Coverage.Silence.UNREAD) {
            item.detail(join(item.detail, "a source of " + selector.words() + " was not read all the time"));
            return false;
        }
        if (silence == Coverage.Silence.READ) {
            return true;
        }
        if (strict) {
            item.detail(join(item.detail, "no record says that a source of " + selector.words() + " was read"));
            return false;
        }
        findings.note(ReasonCode.COVERAGE_ASSUMED, "no record says what was read of the source of " + selector.words());
        return true;
    }

    /**
     * When, before the end of the window, a source of a selector was not read, so that what is not there may have
     * happened all the same. Where no record says what was read, all of it was, or under strict assurance none.
     */
    Windows unread(Selector selector) {
        if (scene.coverage.isAssumed(selector)) {
            if (scene.engagement.assurance() == AssuranceLevel.STRICT) {
                return Windows.of(new Window(Nanos.NONE, window.to()));
            }
            findings.note(
                    ReasonCode.COVERAGE_ASSUMED, "no record says what was read of the source of " + selector.words());
        }
        return scene.coverage.unread(selector, window.to());
    }

    static String join(String one, String other) {
        return one.isEmpty() ? other : one + "; " + other;
    }
}

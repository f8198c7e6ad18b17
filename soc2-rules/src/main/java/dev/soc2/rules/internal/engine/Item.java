package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import java.util.ArrayList;
import java.util.List;

/**
 * An item while it is evaluated: what it is, the times that matter, the rows that decide it. Handed to {@link Findings}
 * once.
 */
final class Item {

    final String id;
    final String subject;
    final List<String> evidence = new ArrayList<>(2);
    long from = Nanos.NONE;
    long due = Nanos.NONE;
    long at = Nanos.NONE;
    String detail = "";
    private long time = Nanos.NONE;
    private Window span = Window.NONE;
    private Window whole = Window.NONE;

    Item(String id, String subject) {
        this.id = id;
        this.subject = subject;
    }

    Item from(long instant) {
        from = instant;
        return this;
    }

    Item due(long instant) {
        due = instant;
        return this;
    }

    Item at(long instant) {
        at = instant;
        return this;
    }

    /** The time by which an item without a limit is excused, and by which deviations are close or far apart. */
    Item time(long instant) {
        time = instant;
        return this;
    }

    Item detail(String text) {
        detail = text;
        return this;
    }

    Item evidence(String recordId) {
        evidence.add(recordId);
        return this;
    }

    /** The time in which its outcome shows; without one it is the instant at which it begins. */
    Item span(long spanFrom, long spanTo) {
        span = new Window(spanFrom, spanTo);
        return this;
    }

    /** The time over which it was watched and, outside its span, found to conform. */
    Item whole(Window watched) {
        whole = watched;
        return this;
    }

    long time() {
        if (time != Nanos.NONE) {
            return time;
        }
        return from != Nanos.NONE ? from : due != Nanos.NONE ? due : at;
    }

    /** When it began to matter. */
    long begins() {
        return from != Nanos.NONE ? from : time();
    }

    long excusedAt() {
        return due != Nanos.NONE ? due : time();
    }

    Window span() {
        return span.isEmpty() && time() != Nanos.NONE ? new Window(time(), time() + 1) : span;
    }

    Window whole() {
        return whole;
    }
}

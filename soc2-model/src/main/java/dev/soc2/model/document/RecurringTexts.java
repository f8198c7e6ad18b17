package dev.soc2.model.document;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Texts that come again and again, such as types, sources and names of attributes: records share one copy. The room is
 * fixed, so that a hostile file cannot fill it; a text that was pushed out costs memory and nothing else.
 */
final class RecurringTexts {

    private static final int SLOTS = 4_096;
    private static final int LONGEST = 100;

    private final AtomicReferenceArray<String> slots = new AtomicReferenceArray<>(SLOTS);

    /** The copy to keep of a text. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        String known = slots.get(slot);
        if (text.equals(known)) {
            return known;
        }
        slots.set(slot, text);
        return text;
    }
}

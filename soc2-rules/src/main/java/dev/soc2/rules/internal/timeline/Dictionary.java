package dev.soc2.rules.internal.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by number: each text is kept once. */
final class Dictionary {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private boolean anyBlank;

    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = texts.size();
        texts.add(text);
        anyBlank |= text.isBlank();
        numbers.put(text, number);
        return number;
    }

    /** The number of a text, or -1 when it was never given one. */
    int find(String text) {
        return numbers.getOrDefault(text, -1);
    }

    /** Whether a text consists of nothing but white space. */
    boolean anyBlank() {
        return anyBlank;
    }

    int size() {
        return texts.size();
    }

    String text(int number) {
        return texts.get(number);
    }
}

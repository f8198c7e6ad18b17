package dev.soc2.rules.internal.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which records say that they replace which others. Records that replace each other in a circle replace nothing. */
final class Replacements {

    private final Map<String, Set<String>> replacedBy = new HashMap<>();

    void add(String id, String replaces) {
        replacedBy.computeIfAbsent(id, i -> new TreeSet<>()).add(replaces);
    }

    void addAll(Replacements other) {
        other.replacedBy.forEach((id, replaces) -> replaces.forEach(r -> add(id, r)));
    }

    /** Ids of the records that others took the place of. */
    Set<String> replaced() {
        Set<String> replaced = new HashSet<>();
        replacedBy.forEach((id, replaces) ->
                replaces.stream().filter(of -> !leadsTo(of, id)).forEach(replaced::add));
        return replaced;
    }

    private boolean leadsTo(String from, String to) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(from));
        while (!next.isEmpty()) {
            String id = next.pop();
            if (id.equals(to)) {
                return true;
            }
            if (seen.add(id)) {
                next.addAll(replacedBy.getOrDefault(id, Set.of()));
            }
        }
        return false;
    }
}

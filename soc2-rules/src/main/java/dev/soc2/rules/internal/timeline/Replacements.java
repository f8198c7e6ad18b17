package dev.soc2.rules.internal.timeline;

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
        Map<String, String> circles = new Circles(replacedBy).byMember();
        Set<String> replaced = new HashSet<>();
        replacedBy.forEach((id, replaces) -> {
            for (String of : replaces) {
                if (!circles.getOrDefault(of, of).equals(circles.getOrDefault(id, id))) {
                    replaced.add(of);
                }
            }
        });
        return replaced;
    }
}

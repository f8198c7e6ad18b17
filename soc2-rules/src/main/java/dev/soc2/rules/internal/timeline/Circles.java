package dev.soc2.rules.internal.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which members of a directed graph lead to each other: its strongly connected components, by Kosaraju's two walks. Takes
 * time in proportion to the graph, however long a chain is, and no recursion.
 */
final class Circles {

    private final Map<String, Set<String>> next;

    Circles(Map<String, Set<String>> next) {
        this.next = next;
    }

    /** Each member with one that stands for its circle; a member that is in none stands for itself. */
    Map<String, String> byMember() {
        List<String> finished = finished();
        Map<String, List<String>> previous = new HashMap<>();
        next.forEach((from, targets) -> targets.forEach(
                to -> previous.computeIfAbsent(to, t -> new ArrayList<>()).add(from)));
        Map<String, String> circles = new HashMap<>();
        for (int i = finished.size() - 1; i >= 0; i--) {
            String first = finished.get(i);
            Deque<String> reached = new ArrayDeque<>(List.of(first));
            while (!reached.isEmpty()) {
                String member = reached.pop();
                if (circles.putIfAbsent(member, first) == null) {
                    previous.getOrDefault(member, List.of()).stream()
                            .filter(before -> !circles.containsKey(before))
                            .forEach(reached::push);
                }
            }
        }
        return circles;
    }

    /** All members; each stands behind those that it leads to, unless these lead back to it. */
    private List<String> finished() {
        List<String> finished = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<Iterator<String>> ahead = new ArrayDeque<>();
        for (String start : next.keySet()) {
            enter(start, seen, path, ahead);
            while (!path.isEmpty()) {
                if (ahead.element().hasNext()) {
                    enter(ahead.element().next(), seen, path, ahead);
                } else {
                    ahead.pop();
                    finished.add(path.pop());
                }
            }
        }
        return finished;
    }

    private void enter(String member, Set<String> seen, Deque<String> path, Deque<Iterator<String>> ahead) {
        if (seen.add(member)) {
            path.push(member);
            ahead.push(next.getOrDefault(member, Set.of()).iterator());
        }
    }
}

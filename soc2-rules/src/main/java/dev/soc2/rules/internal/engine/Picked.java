package dev.soc2.rules.internal.engine;

import java.util.List;

/**
 * The rows that a selector picks, ordered by time and id, and those of which it cannot say.
 *
 * @param rows rows it picks
 * @param doubtful rows for which its expression cannot be computed
 */
record Picked(List<Integer> rows, List<Integer> doubtful) {
    Picked {
        rows = List.copyOf(rows);
        doubtful = List.copyOf(doubtful);
    }
}

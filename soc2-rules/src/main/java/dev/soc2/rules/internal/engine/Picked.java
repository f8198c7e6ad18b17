package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Rows;

/**
 * The rows that a selector picks, ordered by time and id, and those of which it cannot say.
 *
 * @param rows rows it picks
 * @param doubtful rows for which its expression cannot be computed
 */
record Picked(Rows rows, Rows doubtful) {}

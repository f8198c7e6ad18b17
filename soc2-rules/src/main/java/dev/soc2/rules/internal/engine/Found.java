package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Runs;

/**
 * What a selector picks, by the number of the key that ties it to other records.
 *
 * @param rows rows it picks
 * @param doubtful rows of which it cannot say
 */
record Found(Runs rows, Runs doubtful) {}

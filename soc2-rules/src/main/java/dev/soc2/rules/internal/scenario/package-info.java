/** Scenarios as documents: read with their packs and evidence, run through the engine, compared with what they expect. */
@NullMarked
package dev.soc2.rules.internal.scenario;

import org.jspecify.annotations.NullMarked;

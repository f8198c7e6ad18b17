/** How many items to draw, which, and what a sample shows of its population: exact arithmetic, no chance. */
@NullMarked
package dev.soc2.rules.sampling;

import org.jspecify.annotations.NullMarked;

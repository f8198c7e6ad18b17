/** The front door of the engine: rule packs in, an assessment out. */
@NullMarked
package dev.soc2.rules;

import org.jspecify.annotations.NullMarked;

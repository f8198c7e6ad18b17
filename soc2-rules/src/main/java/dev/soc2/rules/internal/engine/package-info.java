/** The engine: rules compiled against a plan, evaluated over a timeline, concluded from items to the opinion. */
@NullMarked
package dev.soc2.rules.internal.engine;

import org.jspecify.annotations.NullMarked;

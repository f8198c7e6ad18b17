/** Evidence as columns: projected to what the rules need, mergeable while it is collected, ordered by time when frozen. */
@NullMarked
package dev.soc2.rules.internal.timeline;

import org.jspecify.annotations.NullMarked;

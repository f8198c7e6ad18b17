/** What is examined: the organisation, the system, the period and its boundaries. */
@NullMarked
package dev.soc2.model.engagement;

import org.jspecify.annotations.NullMarked;

/** The one place that asks the machine for the time. */
@NullMarked
package dev.soc2.evidence.internal;

import org.jspecify.annotations.NullMarked;

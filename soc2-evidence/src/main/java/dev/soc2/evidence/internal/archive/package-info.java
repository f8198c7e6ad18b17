/** ZIP archives that nobody trusts: held in memory, checked whole, inflated within limits, never unpacked to disk. */
@NullMarked
package dev.soc2.evidence.internal.archive;

import org.jspecify.annotations.NullMarked;

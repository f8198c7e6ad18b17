/** What became of rows: the counts of an import, and the codes of faults. */
@NullMarked
package dev.soc2.evidence.internal.outcome;

import org.jspecify.annotations.NullMarked;

/** An assessment as a reader may see it: the same conclusions and counts, without what is withheld. */
@NullMarked
package dev.soc2.report.internal.redact;

import org.jspecify.annotations.NullMarked;

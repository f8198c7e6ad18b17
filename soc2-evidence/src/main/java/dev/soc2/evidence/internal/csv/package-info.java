/** CSV: rows cut out of bytes, and cells out of rows. */
@NullMarked
package dev.soc2.evidence.internal.csv;

import org.jspecify.annotations.NullMarked;

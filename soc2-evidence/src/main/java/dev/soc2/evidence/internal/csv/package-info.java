/** CSV: raw rows, and the mapping that makes records of them. */
@NullMarked
package dev.soc2.evidence.internal.csv;

import org.jspecify.annotations.NullMarked;

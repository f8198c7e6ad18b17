/** Sheets of XLSX workbooks (ECMA-376) as tables: values as they are stored, dates by their number format. */
@NullMarked
package dev.soc2.evidence.internal.sheet;

import org.jspecify.annotations.NullMarked;

/** An assessment as tables, whatever file they are written into. */
@NullMarked
package dev.soc2.report.internal.table;

import org.jspecify.annotations.NullMarked;

/** How codes, days and hostile characters read: one wording for every format. */
@NullMarked
package dev.soc2.report.internal.words;

import org.jspecify.annotations.NullMarked;

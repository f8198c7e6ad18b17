/** The assessment as lines for a terminal or a log. */
@NullMarked
package dev.soc2.report.internal.console;

import org.jspecify.annotations.NullMarked;

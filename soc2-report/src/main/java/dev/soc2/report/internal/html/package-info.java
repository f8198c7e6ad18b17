/** The HTML report. */
@NullMarked
package dev.soc2.report.internal.html;

import org.jspecify.annotations.NullMarked;

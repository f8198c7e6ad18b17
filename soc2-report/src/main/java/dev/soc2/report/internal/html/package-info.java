/** The assessment as one page of HTML; the templates stand in src/main/jte. */
@NullMarked
package dev.soc2.report.internal.html;

import org.jspecify.annotations.NullMarked;

/** The assessment as Markdown. */
@NullMarked
package dev.soc2.report.internal.markdown;

import org.jspecify.annotations.NullMarked;

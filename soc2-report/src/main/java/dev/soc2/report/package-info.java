/** Renderers of an assessment. */
@NullMarked
package dev.soc2.report;

import org.jspecify.annotations.NullMarked;

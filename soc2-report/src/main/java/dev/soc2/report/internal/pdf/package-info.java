/** The page of an assessment as a PDF for paper, archives and screen readers. */
@NullMarked
package dev.soc2.report.internal.pdf;

import org.jspecify.annotations.NullMarked;

/** Documents as Office Open XML, which word processors open. */
@NullMarked
package dev.soc2.report.internal.docx;

import org.jspecify.annotations.NullMarked;

/** What changed since an earlier assessment, as a page, as text and for programs. */
@NullMarked
package dev.soc2.report.internal.delta;

import org.jspecify.annotations.NullMarked;

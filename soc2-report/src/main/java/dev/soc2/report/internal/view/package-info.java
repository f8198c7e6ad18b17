/** What a reader asks first, worked out once for every format. */
@NullMarked
package dev.soc2.report.internal.view;

import org.jspecify.annotations.NullMarked;

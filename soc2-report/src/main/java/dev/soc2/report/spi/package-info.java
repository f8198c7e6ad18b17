/** Where a host adds renderers of its own. */
@NullMarked
package dev.soc2.report.spi;

import org.jspecify.annotations.NullMarked;

/** Files that are whole or absent, and renderers that the host brings. */
@NullMarked
package dev.soc2.report.internal.io;

import org.jspecify.annotations.NullMarked;

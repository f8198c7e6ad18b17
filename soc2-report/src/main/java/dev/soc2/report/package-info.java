/** The way out of an assessment: renderers, found by name, that write whole files or nothing. */
@NullMarked
package dev.soc2.report;

import org.jspecify.annotations.NullMarked;

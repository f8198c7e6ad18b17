/** Evidence sources over files and in memory. */
@NullMarked
package dev.soc2.evidence;

import org.jspecify.annotations.NullMarked;

/** Evidence records, populations, source coverage and the port through which an engine reads them. */
@NullMarked
package dev.soc2.model.evidence;

import org.jspecify.annotations.NullMarked;

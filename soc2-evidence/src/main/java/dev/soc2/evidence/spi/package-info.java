/** Where other libraries plug in: kinds of exports that this library does not read itself. */
@NullMarked
package dev.soc2.evidence.spi;

import org.jspecify.annotations.NullMarked;

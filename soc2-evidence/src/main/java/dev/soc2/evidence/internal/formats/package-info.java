/** The formats that are known: the built-in ones, and those that other libraries bring. */
@NullMarked
package dev.soc2.evidence.internal.formats;

import org.jspecify.annotations.NullMarked;

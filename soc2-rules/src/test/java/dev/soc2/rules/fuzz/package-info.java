/** Readers of rules under a fuzzer: whatever the bytes, they are read or refused. */
@NullMarked
package dev.soc2.rules.fuzz;

import org.jspecify.annotations.NullMarked;

/** Readers under a fuzzer: whatever the bytes, they are read or refused, and what is read is what was written. */
@NullMarked
package dev.soc2.evidence.fuzz;

import org.jspecify.annotations.NullMarked;

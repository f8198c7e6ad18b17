/** Benchmarks of the rule engine beside its peers. */
@NullMarked
package dev.soc2.benchmarks;

import org.jspecify.annotations.NullMarked;

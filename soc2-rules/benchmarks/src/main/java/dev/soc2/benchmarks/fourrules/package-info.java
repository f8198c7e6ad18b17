/** Four rules over a year of events: the engine, plain Java and a hand-written loop, with the same answers. */
@NullMarked
package dev.soc2.benchmarks.fourrules;

import org.jspecify.annotations.NullMarked;

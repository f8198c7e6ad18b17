/** From lines of evidence to columns, beside what a library for JSON needs for the same lines. */
@NullMarked
package dev.soc2.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;

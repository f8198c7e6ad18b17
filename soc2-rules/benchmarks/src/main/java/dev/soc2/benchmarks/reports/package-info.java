/** A year of 150 controls, 20,000 records and 200 exceptions, written in each format. */
@NullMarked
package dev.soc2.benchmarks.reports;

import org.jspecify.annotations.NullMarked;

/** A million records into a ledger and into plain SQLite, and what can be asked of the ledger then. */
@NullMarked
package dev.soc2.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;

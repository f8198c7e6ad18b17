/** Logs inside a database: entries and their bytes, custody, encryption, reading and verification. */
@NullMarked
package dev.soc2.evidence.internal.ledger;

import org.jspecify.annotations.NullMarked;

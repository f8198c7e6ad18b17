/** What a ledger says and is told: options, verification, custody, and what can go wrong. */
@NullMarked
package dev.soc2.evidence.ledger;

import org.jspecify.annotations.NullMarked;

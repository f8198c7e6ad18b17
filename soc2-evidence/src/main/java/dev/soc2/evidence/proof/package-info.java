/**
 * Proofs that stand without us: signed checkpoints of an evidence ledger, proofs of what stands in it and that it only
 * grew, signed statements of collectors and time stamps of third parties, all in formats that others defined and check.
 */
@NullMarked
package dev.soc2.evidence.proof;

import org.jspecify.annotations.NullMarked;

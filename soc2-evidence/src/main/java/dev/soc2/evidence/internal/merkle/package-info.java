/** The Merkle tree of RFC 6962 and RFC 9162: it grows leaf by leaf, and proves what stands in it and what stood before. */
@NullMarked
package dev.soc2.evidence.internal.merkle;

import org.jspecify.annotations.NullMarked;

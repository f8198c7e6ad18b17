/** Time stamps of third parties (RFC 3161), read by Bouncy Castle, which a host adds if it wants them. */
@NullMarked
package dev.soc2.evidence.internal.timestamp;

import org.jspecify.annotations.NullMarked;

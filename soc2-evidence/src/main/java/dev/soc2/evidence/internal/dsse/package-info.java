/** Signed envelopes as DSSE defines them: the bytes that are signed, the two alphabets of Base64, and JSON. */
@NullMarked
package dev.soc2.evidence.internal.dsse;

import org.jspecify.annotations.NullMarked;

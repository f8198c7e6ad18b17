/** The catalogue of known exploited vulnerabilities of CISA: what must be mended, and until when. */
@NullMarked
package dev.soc2.evidence.internal.kev;

import org.jspecify.annotations.NullMarked;

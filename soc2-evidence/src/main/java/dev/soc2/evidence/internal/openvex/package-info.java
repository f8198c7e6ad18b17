/** OpenVEX documents: whether a vulnerability matters to a product, as somebody states it. */
@NullMarked
package dev.soc2.evidence.internal.openvex;

import org.jspecify.annotations.NullMarked;

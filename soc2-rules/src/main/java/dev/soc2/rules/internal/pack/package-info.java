/** Rule packs as documents: read in one pass, checked against vocabulary and catalogue, and tailored by an engagement. */
@NullMarked
package dev.soc2.rules.internal.pack;

import org.jspecify.annotations.NullMarked;

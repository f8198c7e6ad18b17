/** From rows to a receipt: what is handed on, what is refused, and the population that the rows make up. */
@NullMarked
package dev.soc2.evidence.internal.intake;

import org.jspecify.annotations.NullMarked;

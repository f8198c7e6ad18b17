/** Results at four levels, from one item to the suggested opinion, and the algebra that joins them. */
@NullMarked
package dev.soc2.model.result;

import org.jspecify.annotations.NullMarked;

/** Registers of accounts or people: who was on the list when, and what must have happened between two lists. */
@NullMarked
package dev.soc2.evidence.internal.register;

import org.jspecify.annotations.NullMarked;

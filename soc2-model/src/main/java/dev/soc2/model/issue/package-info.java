/** Faults as values: what is wrong, where, and how to mend it. */
@NullMarked
package dev.soc2.model.issue;

import org.jspecify.annotations.NullMarked;

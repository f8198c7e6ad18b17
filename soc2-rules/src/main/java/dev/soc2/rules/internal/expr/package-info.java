/** Expressions of rule packs: text to faults or closures. */
@NullMarked
package dev.soc2.rules.internal.expr;

import org.jspecify.annotations.NullMarked;

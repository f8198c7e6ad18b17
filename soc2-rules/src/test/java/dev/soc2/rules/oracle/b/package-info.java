/** A second evaluator, slow and straight from the definitions, that the engine has to agree with. */
@NullMarked
package dev.soc2.rules.oracle.b;

import org.jspecify.annotations.NullMarked;

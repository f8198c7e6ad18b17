/** The house rules, proved against the compiled classes of all modules. */
@NullMarked
package dev.soc2.architecture;

import org.jspecify.annotations.NullMarked;

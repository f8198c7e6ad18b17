/** Where a host adds rules in Java and rule packs of its own. */
@NullMarked
package dev.soc2.rules.spi;

import org.jspecify.annotations.NullMarked;

/** Holds README and guides against the code: what they show compiles and runs, what they list is all there is. */
@NullMarked
package dev.soc2.quickstart.docs;

import org.jspecify.annotations.NullMarked;

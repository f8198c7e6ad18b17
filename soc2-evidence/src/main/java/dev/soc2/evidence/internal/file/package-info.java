/** Files as they arrive: found in a fixed order, read once from front to back, cut into raw records. */
@NullMarked
package dev.soc2.evidence.internal.file;

import org.jspecify.annotations.NullMarked;

/** JSON exports read value by value, however long the file, and the fields of a value by their paths. */
@NullMarked
package dev.soc2.evidence.internal.json;

import org.jspecify.annotations.NullMarked;

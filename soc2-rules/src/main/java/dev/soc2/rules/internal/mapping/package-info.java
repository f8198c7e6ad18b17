/** The written form of mappings to other frameworks. */
@NullMarked
package dev.soc2.rules.internal.mapping;

import org.jspecify.annotations.NullMarked;

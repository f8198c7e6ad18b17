/** Where criteria touch requirements of other frameworks, by id. */
@NullMarked
package dev.soc2.rules.mapping;

import org.jspecify.annotations.NullMarked;

/** Tests of controls as values: one record for each rule kind. */
@NullMarked
package dev.soc2.rules.rule;

import org.jspecify.annotations.NullMarked;

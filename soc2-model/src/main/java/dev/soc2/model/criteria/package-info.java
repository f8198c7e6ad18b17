/** The yardstick: trust services criteria, their categories and points of focus. */
@NullMarked
package dev.soc2.model.criteria;

import org.jspecify.annotations.NullMarked;

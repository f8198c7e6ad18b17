/** Rules written in Java: what one declares, what it is shown, and what it answers. */
@NullMarked
package dev.soc2.rules.custom;

import org.jspecify.annotations.NullMarked;

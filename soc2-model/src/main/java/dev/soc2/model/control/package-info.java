/** Controls: what an organisation does to meet criteria. */
@NullMarked
package dev.soc2.model.control;

import org.jspecify.annotations.NullMarked;

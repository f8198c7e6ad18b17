/** What a letter of management needs that no assessment knows: who audited, who signs, and what management says. */
@NullMarked
package dev.soc2.report.letter;

import org.jspecify.annotations.NullMarked;

/** Policies kept as Markdown, and the history of the files that hold them. */
@NullMarked
package dev.soc2.evidence.internal.policies;

import org.jspecify.annotations.NullMarked;

/** Markdown files that begin with facts: front matter, read strictly. */
@NullMarked
package dev.soc2.evidence.internal.markdown;

import org.jspecify.annotations.NullMarked;

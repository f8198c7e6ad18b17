/** What management writes: letters, drafts of its assertion and description, and the summary for the public. */
@NullMarked
package dev.soc2.report.internal.letters;

import org.jspecify.annotations.NullMarked;

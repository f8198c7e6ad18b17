/** Notices of incidents and of maintenance, as a status page publishes them: one Markdown file each. */
@NullMarked
package dev.soc2.evidence.internal.notices;

import org.jspecify.annotations.NullMarked;

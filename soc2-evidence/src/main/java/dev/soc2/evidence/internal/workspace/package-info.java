/** The activities of Google Workspace. */
@NullMarked
package dev.soc2.evidence.internal.workspace;

import org.jspecify.annotations.NullMarked;

/** Git history: commits as an export or git itself writes them. */
@NullMarked
package dev.soc2.evidence.internal.git;

import org.jspecify.annotations.NullMarked;

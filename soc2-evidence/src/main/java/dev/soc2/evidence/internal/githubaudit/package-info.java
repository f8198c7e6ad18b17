/** The audit log of a GitHub organization or enterprise. */
@NullMarked
package dev.soc2.evidence.internal.githubaudit;

import org.jspecify.annotations.NullMarked;

/** Reports of Grype: vulnerabilities of packages in an image or a folder, and those that somebody chose to ignore. */
@NullMarked
package dev.soc2.evidence.internal.grype;

import org.jspecify.annotations.NullMarked;

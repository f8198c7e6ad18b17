/** Reports of Trivy: vulnerabilities, misconfigurations and secrets of images, file systems and clusters. */
@NullMarked
package dev.soc2.evidence.internal.trivy;

import org.jspecify.annotations.NullMarked;

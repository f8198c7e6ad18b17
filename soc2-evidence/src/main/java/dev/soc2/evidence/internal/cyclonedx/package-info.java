/** CycloneDX bills of materials with vulnerabilities: what was found in components, and what was judged about it. */
@NullMarked
package dev.soc2.evidence.internal.cyclonedx;

import org.jspecify.annotations.NullMarked;

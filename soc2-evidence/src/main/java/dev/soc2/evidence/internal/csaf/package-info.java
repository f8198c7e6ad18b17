/** CSAF advisories: what a vendor states about a vulnerability and each of its products. */
@NullMarked
package dev.soc2.evidence.internal.csaf;

import org.jspecify.annotations.NullMarked;

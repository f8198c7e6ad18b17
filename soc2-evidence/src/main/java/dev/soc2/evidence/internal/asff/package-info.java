/** The AWS Security Finding Format: checks, vulnerabilities and detections as Security Hub hands them on. */
@NullMarked
package dev.soc2.evidence.internal.asff;

import org.jspecify.annotations.NullMarked;

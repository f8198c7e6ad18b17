/** The credential report of an AWS account. */
@NullMarked
package dev.soc2.evidence.internal.credentialreport;

import org.jspecify.annotations.NullMarked;

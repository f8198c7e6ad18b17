/** The audit trail of AWS accounts, packed or not, as CloudTrail delivers it. */
@NullMarked
package dev.soc2.evidence.internal.cloudtrail;

import org.jspecify.annotations.NullMarked;

/** The findings of Amazon GuardDuty. */
@NullMarked
package dev.soc2.evidence.internal.guardduty;

import org.jspecify.annotations.NullMarked;

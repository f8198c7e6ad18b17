/** Snapshots of the settings of AWS resources. */
@NullMarked
package dev.soc2.evidence.internal.awsresource;

import org.jspecify.annotations.NullMarked;

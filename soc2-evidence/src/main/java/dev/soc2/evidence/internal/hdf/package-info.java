/** Results of InSpec profiles in the Heimdall data format, and the attestations that go with them. */
@NullMarked
package dev.soc2.evidence.internal.hdf;

import org.jspecify.annotations.NullMarked;

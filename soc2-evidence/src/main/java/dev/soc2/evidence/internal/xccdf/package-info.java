/** Results of XCCDF benchmarks, alone, in their benchmark or in an ARF report, as states of the asset that was tested. */
@NullMarked
package dev.soc2.evidence.internal.xccdf;

import org.jspecify.annotations.NullMarked;

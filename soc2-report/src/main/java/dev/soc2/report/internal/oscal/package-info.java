/** An assessment as linked OSCAL documents: catalog, plan, results, plan of action and system description. */
@NullMarked
package dev.soc2.report.internal.oscal;

import org.jspecify.annotations.NullMarked;

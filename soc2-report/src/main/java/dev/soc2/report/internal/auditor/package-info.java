/** The package for the service auditor: reports, evidence and what it takes to check them, in one archive. */
@NullMarked
package dev.soc2.report.internal.auditor;

import org.jspecify.annotations.NullMarked;

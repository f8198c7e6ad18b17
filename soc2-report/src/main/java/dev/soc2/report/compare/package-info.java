/** What changed between two assessments, and which findings a team knows already and lives with for now. */
@NullMarked
package dev.soc2.report.compare;

import org.jspecify.annotations.NullMarked;

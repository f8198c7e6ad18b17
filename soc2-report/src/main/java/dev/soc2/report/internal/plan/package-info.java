/** The plan of an audit: scope, gaps, tests with what they need, and the days by which all that is due. */
@NullMarked
package dev.soc2.report.internal.plan;

import org.jspecify.annotations.NullMarked;
